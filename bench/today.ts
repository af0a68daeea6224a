/**
 * “Needs me now” of a DBA who sees everything, over a large and untidy fleet: 10,000 instances in 3,000 clusters, 10,000 open findings,
 * 20,000 tickets of which 4,000 were approved within 30 days and 40 wait, 20,000 tasks. Asked over HTTP, in process, on SQLite.
 *
 * Prints {"name":"today-p99","value":ms,"bar":200}.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFindings, findingMigrations } from '../apps/server/src/capabilities/findings/index.ts';
import {
  createMetadata,
  metadataMigrations,
  selectClusterIds,
  selectNames,
} from '../apps/server/src/capabilities/metadata/index.ts';
import { createSchedules } from '../apps/server/src/capabilities/tasks/index.ts';
import { createTicketLab, testMigrations } from '../apps/server/src/capabilities/tickets/testing.ts';
import { serveToday } from '../apps/server/src/capabilities/today/index.ts';
import { systemClock as clock } from '../apps/server/src/platform/clock/clock.ts';
import { inTransaction } from '../apps/server/src/platform/database/in-transaction.ts';
import { openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import type { Database, Db } from '../apps/server/src/platform/database/schema.ts';
import { createEvents } from '../apps/server/src/platform/events/events.ts';
import { createLog } from '../apps/server/src/platform/log/log.ts';
import { printFigure } from './figure.ts';

const size = { clusters: 3000, instances: 10_000, findings: 10_000, tickets: 20_000, tasks: 20_000 };
const [runs, warmUp] = [200, 30];
const day = 24 * 3_600_000;
const now = clock.now();
const texts = { title: '{"en":"x","zh":"甲"}', plan_hash: 'x' };

async function add<Table extends keyof Database>(db: Db, table: Table, count: number, row: (n: number) => object) {
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, at) => row(from + at));
    // Rows of many tables by one function: each is written out in full below.
    await inTransaction(db, (tx) =>
      tx
        .insertInto(table)
        .values(rows as never)
        .execute(),
    );
  }
}

async function fill(db: Db): Promise<void> {
  const server = { flavor: 'mysql', version: '8.4.6', state: 'running', maintenance: null };
  await add(db, 'cluster', size.clusters, (n) => ({
    ...{ ...server, id: `c${n}`, name: `cluster-${n}`, live_name: `cluster-${n}`, topology: 'primary-replica' },
    ...{ application_id: null, environment: 'prod', fixed: '{}', level: null, managed_by: null, specification: null },
    created_at: n,
  }));
  await add(db, 'instance', size.instances, (n) => ({
    ...{ ...server, id: `i${n}`, name: `db-${n}:3306`, host_id: `h${n}`, port: 3306, seat: `s${n}`, package_id: null },
    ...{ cluster_id: `c${n % size.clusters}`, role: 'replica', directory: '/x', server_id: n, created_at: n },
  }));
  await add(db, 'finding', size.findings, (n) => ({
    ...{ id: `f${n}`, finding_key: `k${n}`, code: `CODE_${n % 60}`, grade: ['bad', 'warn', 'info'][n % 3] },
    ...{ entity: 'instance', entity_id: `i${n}`, about: '', cluster_id: `c${n % size.clusters}`, source: 'sweep' },
    ...{
      scope: `instance/i${n}`,
      evidence: '{}',
      words: '{"words":{"en":"x","zh":"甲"}}',
      first_seen_at: now - n * 1000,
    },
    ...{ last_seen_at: now, closed_at: null, times: 1, owner: n % 5 === 0 ? `person-${n % 50}` : null },
    ...{ muted_since: n % 7 ? null : 1, muted_until: n % 7 ? null : now + (n % 400) * 3_600_000 },
    ...{ muted_by: n % 7 ? null : 'li', mute_reason: n % 7 ? null : 'known' },
  }));
  const openedAt = (n: number) => now - (n / size.tickets) * 150 * day;
  await add(db, 'ticket', size.tickets, (n) => ({
    ...{
      id: `t${String(size.tickets - n).padStart(6, '0')}`,
      letter: 'R',
      number: n,
      kind: 'orchard.pick',
      title: texts.title,
    },
    ...{
      state: n < 40 ? 'waiting' : 'done',
      form: '{}',
      reason: null,
      application_id: null,
      opened_by_id: `u${n % 300}`,
    },
    ...{ opened_by_name: 'x', opened_at: openedAt(n), closed_at: n < 40 ? null : openedAt(n) + 7_200_000, locked: 0 },
  }));
  await add(db, 'ticket_approval', size.tickets - 40, (n) => ({
    ...{ id: `a${n}`, ticket_id: `t${String(size.tickets - n - 40).padStart(6, '0')}`, by_id: 'u', by_name: 'u' },
    ...{ at: openedAt(n + 40) + 3_600_000, verdict: 'approved', comment: null, plan_hash: 'x', own_ticket: 0 },
    freeze_override: null,
  }));
  await add(db, 'task', size.tasks, (n) => ({
    ...{ ...texts, id: `k${n}`, kind: 'x', input: '{}', locks: '[]', at_once: null, error: null, ticket_id: null },
    ...{ state: n < 30 ? 'paused' : n < 60 ? 'failed' : n < 90 ? 'running' : 'done', parent_id: null, child_key: null },
    ...{
      schedule_id: null,
      created_by: null,
      created_at: now - n * 1000,
      started_at: 1,
      ended_at: now - n,
      event_seq: 1,
    },
  }));
}

const folder = await mkdtemp(join(tmpdir(), 'myriad-bench-'));
const known = new Set(testMigrations.map(({ id }) => id));
const more = [...metadataMigrations, ...findingMigrations].filter(({ id }) => !known.has(id));
const store = await openDatabase({
  store: { file: join(folder, 'store.db') },
  migrations: [...testMigrations, ...more],
});
try {
  const { db } = store;
  await fill(db);
  const log = createLog({ write: () => {} });
  const lab = await createTicketLab(db, clock);
  const things = { names: selectNames, clusterIdsOf: selectClusterIds };
  const findings = createFindings({ db, clock, events: createEvents(log), catalogue: {}, things });
  const status = {
    ...{ running: true, periodSeconds: 10, connections: 0, unwritten: 0, instances: size.instances, answering: 1 },
    ...{ failing: 0, waiting: 0, faults: [], logins: { underWay: 0, waiting: 0 } },
  };
  serveToday(lab.http, {
    ...{ db, clock, findings, tickets: lab.tickets, tasks: lab.tasks, metadata: createMetadata({ clock }) },
    schedules: createSchedules({ db, clock, log, tasks: lab.tasks, kinds: [] }),
    sweeps: { status: () => status },
    silentCodes: ['CODE_3', 'CODE_6', 'CODE_9'],
    expiring: [],
  });
  const took: number[] = [];
  for (let turn = 0; turn < warmUp + runs; turn += 1) {
    const begun = performance.now();
    const { status: code, body } = await lab.call('dba', 'GET', '/api/today');
    if (code !== 200 || body.approvals.items.length !== 10) throw new Error(JSON.stringify(body).slice(0, 500));
    if (turn >= warmUp) took.push(performance.now() - begun);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN;
  const detail = { median: Math.round(at(0.5) * 10) / 10, runs, ...size };
  printFigure({ name: 'today-p99', value: at(0.99), unit: 'ms', bar: 200, detail });
  await lab.close();
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
