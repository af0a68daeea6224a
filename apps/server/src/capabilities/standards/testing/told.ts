import { fleetProblems, standardProblems } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { forEachStore, type TestStore } from '../../../platform/database/testing.ts';
import { createEvents } from '../../../platform/events/events.ts';
import { httpMigrations } from '../../../platform/http/migrations.ts';
import { createLog } from '../../../platform/log/log.ts';
import { authMigrations } from '../../auth/index.ts';
import { createTestHttp } from '../../auth/testing.ts';
import { createFindings, findingMigrations } from '../../findings/index.ts';
import { createMetadata, metadataMigrations, selectClusterIds, selectNames } from '../../metadata/index.ts';
import { sweepMigrations } from '../../sweeps/index.ts';
import { createStandards, serveStandards, standardFindings, standardMigrations } from '../index.ts';
import { judgeCluster } from '../judge-cluster.ts';
import { packSettings } from '../look/pack-settings.ts';
import { shipStandard } from '../ship-standard.ts';
import { putSettings } from '../store/settings.ts';

const options = {
  migrations: [
    ...httpMigrations,
    ...authMigrations,
    ...metadataMigrations,
    ...findingMigrations,
    ...sweepMigrations,
    ...standardMigrations,
  ],
};
export const day = 24 * 3_600_000;
const source = { kind: 'person', id: 'u' } as const;

async function setUp({ db }: TestStore) {
  let now = Date.parse('2026-03-01T00:00:00Z');
  const clock = { now: () => now };
  const log = createLog({ write: () => {} });
  const metadata = createMetadata({ clock });
  const findings = createFindings({
    ...{ db, clock, events: createEvents(log), catalogue: standardFindings },
    things: { names: selectNames, clusterIdsOf: selectClusterIds },
  });
  const planned: unknown[] = [];
  const standards = createStandards({
    ...{ db, clock, log, metadata, findings },
    tasks: {
      planTask: async (kind, input) => {
        planned.push([kind, input]);
        return {} as never;
      },
      createTask: async () => ({ id: 't-1' }),
    },
  });
  const http = await createTestHttp({ db, clock, problems: [standardProblems, fleetProblems] });
  serveStandards(http.http, standards);
  await shipStandard({ db, clock });
  const { clusterId, instanceId } = await inTransaction(db, async (tx) => {
    const host = await metadata.addHost(
      tx,
      { name: 'h', address: '10.0.0.1', zone: 'z', baseDirectory: '/b', poolState: 'in-use', paths: [] },
      source,
    );
    const cluster = await metadata.addCluster(
      tx,
      {
        ...{ name: 'orders', flavor: 'mysql', version: '8.4.3', topology: 'single', applicationId: null },
        ...{ environment: 'test', state: 'running', fixed: {}, maintenance: null },
      },
      source,
    );
    const instance = await metadata.addInstance(
      tx,
      {
        ...{ hostId: host.id, port: 3306, clusterId: cluster.id, flavor: 'mysql', version: '8.4.3', packageId: null },
        ...{ role: 'standalone', state: 'running', directory: '/b/i', serverId: 1, maintenance: null },
      },
      source,
    );
    return { clusterId: cluster.id, instanceId: instance.id };
  });
  const none = { ok: false, refused: 'denied' } as const;
  const look = async (variables: Record<string, string>) => {
    const packed = await packSettings({
      readAt: now,
      portrait: { variables: { ok: true, value: variables }, accounts: none, emptyPasswords: none, schemas: none },
      ...{ file: none, persisted: { ok: true, value: {} } },
    });
    await inTransaction(db, (tx) => putSettings(tx, instanceId, now, packed));
    return judgeCluster({ db, clock, metadata, findings }, clusterId);
  };
  const open = async () =>
    (await db.selectFrom('finding').select(['code', 'about']).where('closed_at', 'is', null).execute())
      .map(({ code, about }) => `${code} ${about}`)
      .sort();
  return {
    ...http,
    standards,
    clusterId,
    instanceId,
    look,
    open,
    planned,
    pass: (by: number) => {
      now += by;
    },
    now: () => now,
  };
}
type Lab = Awaited<ReturnType<typeof setUp>>;

/** A test on every store: one cluster of one instance at a time that is held; as people are told over HTTP. */
export const told = (name: string, body: (lab: Lab, store: TestStore) => Promise<void>) =>
  forEachStore(
    name,
    async (store) => {
      const lab = await setUp(store);
      try {
        await body(lab, store);
      } finally {
        await lab.standards.stop();
        await lab.close();
      }
    },
    options,
  );
