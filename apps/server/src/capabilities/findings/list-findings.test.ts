import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingProblems, fleetProblems } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore, type TestStore } from '../../platform/database/testing.ts';
import { createEvents } from '../../platform/events/events.ts';
import { httpMigrations } from '../../platform/http/migrations.ts';
import { createLog } from '../../platform/log/log.ts';
import { authMigrations } from '../auth/index.ts';
import { createTestHttp } from '../auth/testing.ts';
import { createMetadata, metadataMigrations, selectClusterIds, selectNames } from '../metadata/index.ts';
import { createFindings, findingMigrations, type NewFinding, serveFindings } from './index.ts';

const options = { migrations: [...httpMigrations, ...authMigrations, ...metadataMigrations, ...findingMigrations] };
const by = { kind: 'person', id: 'u-1' } as const;

async function setUp({ db }: TestStore) {
  const clock = { now: () => Date.parse('2026-03-01T00:00:00Z') };
  const metadata = createMetadata({ clock });
  const catalogue = { NO_KEY: { grade: 'warn', words: { en: 'No key.', zh: '没有主键。' } } } as const;
  const things = { names: selectNames, clusterIdsOf: selectClusterIds };
  const events = createEvents(createLog({ write: () => {} }));
  const findings = createFindings({ db, clock, events, catalogue, things });
  const test = await createTestHttp({ db, clock, problems: [findingProblems, fleetProblems] });
  serveFindings(test.http, findings);
  const ids = await inTransaction(db, async (tx) => {
    const application = await metadata.addApplication(
      tx,
      { name: 'shop', businessLine: 'retail', owner: 'li', level: 'core' },
      by,
    );
    const clusterOf = (name: string, applicationId: string | null) =>
      metadata.addCluster(
        tx,
        {
          ...{ name, applicationId, environment: 'test', flavor: 'mysql', version: '8.4.6', topology: 'single' },
          ...{ state: 'running', fixed: {}, maintenance: null },
        },
        by,
      );
    const [orders, other] = [await clusterOf('orders', application.id), await clusterOf('other', null)];
    return { application: application.id, orders: orders.id, other: other.id };
  });
  const of = (entity: NewFinding['entity'], entityId: string, clusterId?: string): NewFinding => ({
    ...{ code: 'NO_KEY', entity, entityId },
    ...(clusterId ? { clusterId } : {}),
  });
  await inTransaction(db, (tx) =>
    findings.report(tx, {
      ...{ source: 'test', scope: 'all', at: clock.now() },
      findings: [
        of('cluster', ids.orders),
        of('instance', 'gone', ids.orders),
        of('cluster', ids.other),
        of('application', ids.application),
      ],
    }),
  );
  const get = async (path: string) => (await test.call('requester', 'GET', path)).body;
  return { ...test, ids, get };
}

forEachStore(
  'findings carry the names of their things, and an application stands for its clusters',
  async (store) => {
    const { ids, get, close } = await setUp(store);
    try {
      const all = (await get('/api/findings')).items;
      const shown = all.map(
        ({ entity, entityName, clusterName }: Record<string, string>) => `${entity} ${entityName} ${clusterName}`,
      );
      assert.deepEqual(shown.sort(), [
        'application shop undefined',
        'cluster orders orders',
        'cluster other other',
        'instance undefined orders',
      ]);
      const ofShop = (await get(`/api/findings?applicationId=${ids.application}`)).items;
      assert.equal(ofShop.length, 3);
      assert.equal((await get(`/api/findings/counts?applicationId=${ids.application}`)).warn, 3);
      assert.equal((await get('/api/findings/counts?applicationId=nobody')).warn, 0);
    } finally {
      await close();
    }
  },
  options,
);

forEachStore(
  'those nobody has taken are listed and counted apart',
  async (store) => {
    const { call, get, close } = await setUp(store);
    try {
      const [{ id }] = (await get('/api/findings')).items;
      await call('dba', 'PUT', `/api/findings/${id}/owner`, { owner: 'wang' });
      assert.deepEqual(
        (await get('/api/findings?owned=yes')).items.map((each: { id: string }) => each.id),
        [id],
      );
      assert.equal((await get('/api/findings?owned=no')).items.length, 3);
      assert.equal((await get('/api/findings/counts?owned=no')).warn, 3);
      assert.equal((await get('/api/findings/counts?owner=wang')).warn, 1);
    } finally {
      await close();
    }
  },
  options,
);

test('an unknown answer to “owned” is refused', async () => {
  const { listFindings } = await import('@myriad/contract');
  assert.equal(listFindings.query.safeParse({ owned: 'perhaps' }).success, false);
});
