import assert from 'node:assert/strict';
import type { TodayView } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore, type TestStore } from '../../platform/database/testing.ts';
import { createEvents } from '../../platform/events/events.ts';
import { createLog } from '../../platform/log/log.ts';
import { createFindings, findingMigrations, type NewFinding } from '../findings/index.ts';
import { createMetadata, metadataMigrations, selectClusterIds, selectNames } from '../metadata/index.ts';
import { createSchedules } from '../tasks/index.ts';
import { createTicketLab, testMigrations } from '../tickets/testing.ts';
import { serveToday } from './index.ts';

const ids = new Set(testMigrations.map(({ id }) => id));
const more = [...metadataMigrations, ...findingMigrations].filter(({ id }) => !ids.has(id));
const options = { migrations: [...testMigrations, ...more] };
const hour = 3_600_000;
const by = { kind: 'person', id: 'u-1' } as const;

async function setUp({ db }: TestStore) {
  let now = Date.parse('2026-03-01T00:00:00Z');
  const clock = { now: () => now };
  const log = createLog({ write: () => {} });
  const lab = await createTicketLab(db, clock);
  const metadata = createMetadata({ clock });
  const schedules = createSchedules({ db, clock, log, tasks: lab.tasks, kinds: [] });
  const catalogue = {
    SERVER_DEAD: { grade: 'bad', words: { en: 'Dead.', zh: '已宕机。' } },
    NO_KEY: { grade: 'warn', words: { en: 'No key.', zh: '没有主键。' } },
  } as const;
  const things = { names: selectNames, clusterIdsOf: selectClusterIds };
  const findings = createFindings({ db, clock, events: createEvents(log), catalogue, things });
  const status = {
    ...{ running: true, periodSeconds: 10, connections: 3, unwritten: 0, instances: 3, answering: 2, failing: 1 },
    ...{ waiting: 0, faults: [], logins: { underWay: 0, waiting: 0 } },
  };
  serveToday(lab.http, {
    ...{ db, clock, metadata, schedules, findings, tickets: lab.tickets, tasks: lab.tasks },
    sweeps: { status: () => status },
    silentCodes: ['SERVER_DEAD'],
    expiring: [
      async () => [
        {
          ...{ kind: 'exception', id: 'x-1', name: { en: 'Old TLS', zh: '旧版 TLS' }, reason: 'legacy', by: 'li' },
          ...{ until: now + hour, inForce: true },
        },
      ],
    ],
  });
  const today = async (as: 'dba' | 'requester'): Promise<TodayView> => {
    const { status: code, body } = await lab.call(as, 'GET', '/api/today');
    assert.equal(code, 200, JSON.stringify(body));
    return body;
  };
  const report = (found: readonly NewFinding[]) =>
    inTransaction(db, (tx) => findings.report(tx, { source: 'test', scope: 'all', at: now, findings: found }));
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { ...lab, db, metadata, schedules, findings, report, today, pass, now: () => now };
}

forEachStore(
  'a ticket is a decision for those who may approve, and one’s own for who asked; what it took is measured',
  async (store) => {
    const lab = await setUp(store);
    try {
      assert.equal((await lab.call('nobody', 'GET', '/api/today')).status, 401);
      const empty = await lab.today('dba');
      assert.deepEqual([empty.approvals.items, empty.stopped.items, empty.expiring.length], [[], [], 1]);
      const form = { trees: ['oak'] };
      const { body: ticket } = await lab.call('requester', 'POST', '/api/tickets', { kind: 'orchard.pick', form });
      const [dba, requester] = [await lab.today('dba'), await lab.today('requester')];
      assert.deepEqual([dba.approvals.items.length, dba.tickets.items.length], [1, 0]);
      assert.deepEqual([requester.approvals.items.length, requester.tickets.items.length], [0, 1]);
      lab.pass(2 * hour);
      const approval = { planHash: ticket.planHash };
      const approved = await lab.call('dba', 'POST', `/api/tickets/${ticket.id}/approval`, approval);
      assert.equal(approved.status, 200, JSON.stringify(approved.body));
      const after = await lab.today('dba');
      assert.deepEqual(after.approvals.items, []);
      assert.deepEqual(after.times.toApprove.days, [
        { day: '2026-03-01', count: 1, medianSeconds: 7200, p90Seconds: 7200 },
      ]);
      assert.deepEqual(after.times.toDone, { count: 0, days: [] });
      assert.equal(after.running.items.length, 1);
    } finally {
      await lab.close();
    }
  },
  options,
);

forEachStore(
  'findings that are mine, those that are bad and nobody’s, and what ends soon',
  async (store) => {
    const lab = await setUp(store);
    try {
      const cluster = await inTransaction(lab.db, async (tx) => {
        const made = await lab.metadata.addCluster(
          tx,
          {
            ...{ name: 'orders', applicationId: null, environment: 'test', flavor: 'mysql', version: '8.4.6' },
            ...{ topology: 'single', state: 'running', fixed: {} },
            maintenance: { reason: 'disk', by: 'li', since: lab.now(), until: lab.now() + 5 * hour },
          },
          by,
        );
        const freeze = { name: 'sale', reason: 'the big sale', scope: { kind: 'everything' } } as const;
        const times = { fromAt: lab.now() + hour, untilAt: lab.now() + 3 * hour };
        await lab.schedules.addFreeze(tx, { ...freeze, ...times }, { id: 'u-1', name: 'li' });
        return made;
      });
      const of = (code: string, about: string): NewFinding => ({
        code,
        entity: 'cluster',
        entityId: cluster.id,
        about,
      });
      await lab.report([of('SERVER_DEAD', 'a'), of('SERVER_DEAD', 'b'), of('NO_KEY', 'c'), of('NO_KEY', 'd')]);
      const list = (await lab.call('dba', 'GET', '/api/findings')).body;
      assert.equal(list.code, 'NOT_FOUND', 'this lab serves no findings: the door is asked directly');
      const found = await lab.db.selectFrom('finding').select(['id', 'about']).execute();
      const idOf = (about: string) => found.find((each) => each.about === about)?.id ?? '';
      await lab.db.updateTable('finding').set({ owner: 'dba' }).where('id', '=', idOf('c')).execute();
      const mute = { muted_since: lab.now(), muted_until: lab.now() + 2 * hour, muted_by: 'li', mute_reason: 'known' };
      await lab.db.updateTable('finding').set(mute).where('id', '=', idOf('b')).execute();
      const today = await lab.today('dba');
      const about = (items: readonly { readonly about: string }[]) => items.map((each) => each.about);
      assert.deepEqual(
        [today.findings.bad, about(today.findings.mine.items), about(today.findings.ownerless.items)],
        [1, ['c'], ['a']],
      );
      assert.deepEqual([about(today.silent.items), today.servers?.failing], [['a'], 1]);
      assert.deepEqual(
        today.expiring.map(({ kind, inForce }) => [kind, inForce]),
        [
          ['freeze', false],
          ['exception', true],
          ['mute', true],
          ['maintenance', true],
        ],
      );
      lab.pass(6 * hour);
      assert.deepEqual(
        (await lab.today('dba')).expiring.map(({ kind }) => kind),
        ['exception'],
      );
    } finally {
      await lab.close();
    }
  },
  options,
);
