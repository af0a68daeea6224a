import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { authMigrations } from './capabilities/auth/index.ts';
import { findingMigrations } from './capabilities/findings/index.ts';
import { hostMigrations } from './capabilities/hosts/index.ts';
import { standardMigrations } from './capabilities/standards/index.ts';
import { sweepMigrations } from './capabilities/sweeps/index.ts';
import { taskMigrations } from './capabilities/tasks/index.ts';
import { ticketMigrations } from './capabilities/tickets/index.ts';
import { inTransaction } from './platform/database/in-transaction.ts';
import type { Db, Tx } from './platform/database/schema.ts';
import { forEachStore } from './platform/database/testing.ts';
import { httpMigrations } from './platform/http/migrations.ts';
import { createLog } from './platform/log/log.ts';
import { createRetention, type RetentionRule } from './platform/retention/retention.ts';
import { allRetentionRules, retentionRules } from './retention-rules.ts';

const slices = [taskMigrations, findingMigrations, ticketMigrations, hostMigrations, sweepMigrations];
const migrations = [...httpMigrations, ...authMigrations, ...slices.flat(), ...standardMigrations];
const day = 24 * 3_600_000;
/** Rules of slices that are migrated, and planted, in their own tests. */
const ofOtherTests = /^(dictionary|sql_review|review_item)/;
const plantedRules = retentionRules.filter(({ name }) => !ofOtherTests.test(name));
const now = Date.parse('2030-01-01T00:00:00Z');

/** Rows on both sides of an age: one `days` old and an hour more, one an hour less. */
const around = (days: number) => [
  ['old', now - days * day - 3_600_000] as const,
  ['young', now - days * day + 3_600_000] as const,
];

async function fill(db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const [id, at] of around(0)) {
      const key = { id, input_hash: 'x', life: 'x', answer: null, created_at: at - day, expires_at: at };
      await tx.insertInto('idempotency_key').values(key).execute();
      await tx
        .insertInto('session')
        .values({ id, user_id: 'u', created_at: at - day, expires_at: at })
        .execute();
    }
    for (const [id, at] of around(730)) {
      const row = { id, at, actor_id: null, actor_name: 'x', via: 'token', action: 'x', resource: 'x', words: null };
      await tx
        .insertInto('audit')
        .values({ ...row, outcome: 'allowed', request_id: 'x' })
        .execute();
    }
    for (const [id, at] of [...around(180), ['ticket', now - 4000 * day] as const]) {
      const row = { id, received_at: at, source: 'api', by_id: 'u', by_name: 'u', body: '{}', problem: null };
      const ticket_id = id === 'ticket' ? 't' : null;
      await tx
        .insertInto('ticket_intake')
        .values({ ...row, outcome: 'refused', ticket_id })
        .execute();
    }
    for (const [days, prefix] of [
      [90, 'e'],
      [400, 'a'],
    ] as const)
      for (const [id, at] of around(days)) await addTask(tx, `${prefix}-${id}`, at);
    await addTask(tx, 'open', null);
    for (const [schedule, days] of [
      ['s', 500],
      ['s', 401],
      ['s', 399],
      ['seldom', 900],
    ] as const)
      await tx
        .insertInto('schedule_run')
        .values({ schedule_id: schedule, fire_at: now - days * day, looked_at: 1, task_id: null, because: 'MISSED' })
        .execute();
    await addWhatWasSeen(tx);
  });
}

/** Of a finding that is closed and one that is open; of a host looked at twice, and of one looked at once long ago. */
async function addWhatWasSeen(tx: Tx): Promise<void> {
  const finding = { code: 'x', grade: 'bad', entity: 'host', entity_id: 'h', about: '', cluster_id: null, source: 'x' };
  const seen = { scope: 'x', evidence: '{}', words: null, first_seen_at: 1, last_seen_at: 1, times: 1, owner: null };
  const loud = { muted_since: null, muted_until: null, muted_by: null, mute_reason: null };
  for (const [id, closed_at] of [['closed', 2] as const, ['open', null] as const]) {
    const row = { ...finding, ...seen, ...loud, id, finding_key: id, closed_at };
    await tx.insertInto('finding').values(row).execute();
    for (const [age, at] of around(730)) {
      const change = { id: `${id}-${age}`, finding_id: id, at, what: 'opened', by_name: 'x', detail: '{}' };
      await tx.insertInto('finding_change').values(change).execute();
    }
  }
  const check = { passed: 1 as const, verdicts: '{}', source_kind: 'x', source_id: 'x' };
  for (const [id, at] of [...around(400), ['seldom', 1] as const]) {
    const host_id = id === 'seldom' ? 'h-2' : 'h-1';
    await tx
      .insertInto('host_check')
      .values({ id: `check-${id}`, host_id, at, ...check })
      .execute();
  }
  for (const [id, at] of around(730)) {
    const change = { id, instance_id: 'i', at, part: 'x', name: 'x', before_value: null, after_value: null };
    await tx.insertInto('portrait_change').values(change).execute();
  }
  const mark = { standard_id: 's', version: 1, ok: 1, differs: 0, excepted: 0, unseen: 0, drift: 0 };
  for (const [id, at] of [...around(730), ['seldom', 1] as const])
    await tx
      .insertInto('compliance_history')
      .values({ id, cluster_id: id === 'seldom' ? 'c-2' : 'c-1', at, ...mark })
      .execute();
  for (const [, at] of around(1100))
    await tx
      .insertInto('instance_size')
      .values({ instance_id: 'i', at, tables: 1, data_bytes: 1, index_bytes: 1 })
      .execute();
}

async function addTask(tx: Tx, id: string, endedAt: number | null) {
  const texts = {
    kind: 'x',
    title: '{}',
    input: '{}',
    plan_hash: 'x',
    locks: '[]',
    state: endedAt ? 'done' : 'paused',
  };
  const none = { at_once: null, error: null, ticket_id: null, parent_id: null, child_key: null, schedule_id: null };
  const times = { created_at: 1, started_at: 1, ended_at: endedAt, event_seq: 2, created_by: null };
  await tx
    .insertInto('task')
    .values({ id, ...texts, ...none, ...times })
    .execute();
  for (const seq of [1, 2])
    await tx
      .insertInto('task_event')
      .values({
        task_id: id,
        seq,
        at: 1,
        type: 'log',
        step_id: null,
        state: null,
        level: null,
        words: null,
        progress: null,
      })
      .execute();
  const attempt = { started_at: 1, ended_at: 1, outcome: 'done', error: null, path: null, hops: null };
  await tx
    .insertInto('step_attempt')
    .values({ task_id: id, step_id: 's', attempt: 1, ...attempt })
    .execute();
}

const left = async (db: Db) => {
  type WithId = 'idempotency_key' | 'session' | 'audit' | 'ticket_intake' | 'task';
  const ids = async (table: WithId | 'finding_change' | 'host_check' | 'portrait_change' | 'compliance_history') =>
    (await db.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id);
  const tasks = async (table: 'task_event' | 'step_attempt') =>
    (await db.selectFrom(table).select('task_id').distinct().orderBy('task_id').execute()).map((row) => row.task_id);
  const runs = await db.selectFrom('schedule_run').selectAll().orderBy('schedule_id').orderBy('fire_at').execute();
  return {
    keys: await ids('idempotency_key'),
    sessions: await ids('session'),
    audit: await ids('audit'),
    intake: await ids('ticket_intake'),
    tasks: await ids('task'),
    events: await tasks('task_event'),
    attempts: await tasks('step_attempt'),
    changes: await ids('finding_change'),
    checks: await ids('host_check'),
    portraits: await ids('portrait_change'),
    compliance: await ids('compliance_history'),
    sizes: (await db.selectFrom('instance_size').selectAll().execute()).length,
    runs: runs.map((row) => `${row.schedule_id} ${(now - row.fire_at) / day}`),
  };
};

forEachStore(
  'rows leave the store at the age their rule says, and no other does',
  async ({ db }) => {
    const lines: string[] = [];
    const log = createLog({ write: (line) => lines.push(line) });
    const clock = { now: () => now };
    await fill(db);
    const retention = createRetention({ db, clock, log, rules: plantedRules });
    await retention.prune();
    const expected = {
      keys: ['young'],
      sessions: ['young'],
      audit: ['young'],
      intake: ['ticket', 'young'],
      tasks: ['a-old', 'a-young', 'e-old', 'e-young', 'open'],
      events: ['e-young', 'open'],
      attempts: ['a-young', 'e-old', 'e-young', 'open'],
      runs: ['s 399', 'seldom 900'],
      changes: ['closed-young', 'open-old', 'open-young'],
      checks: ['check-seldom', 'check-young'],
      portraits: ['young'],
      compliance: ['seldom', 'young'],
      sizes: 1,
    };
    assert.deepEqual(await left(db), expected);
    assert.equal(lines.filter((line) => line.includes('old rows removed')).length, plantedRules.length);
    await retention.prune();
    assert.deepEqual(await left(db), expected);
    assert.equal(lines.length, plantedRules.length, 'nothing to remove is nothing to say');
    await retention.stop();
  },
  { migrations },
);

forEachStore(
  'the log of one long task leaves a batch at a time',
  async ({ db }) => {
    const rule = retentionRules.find(({ name }) => name.startsWith('task_event'));
    assert.ok(rule);
    await inTransaction(db, async (tx) => {
      await addTask(tx, 'long', now - 200 * day);
      const row = { task_id: 'long', at: 1, type: 'log', step_id: null, state: null, level: null, words: null };
      for (let seq = 3; seq <= 12; seq += 1)
        await tx
          .insertInto('task_event')
          .values({ ...row, seq, progress: null })
          .execute();
    });
    const removed = () => inTransaction(db, (tx) => rule.removeSome(tx, now - 90 * day, 5));
    assert.deepEqual([await removed(), await removed(), await removed(), await removed()], [5, 5, 2, 0]);
  },
  { migrations },
);

forEachStore(
  'what is more than one batch leaves in several transactions, and a rule that fails hinders no other',
  async ({ db }) => {
    const lines: string[] = [];
    const batches: number[] = [];
    let rows = 450;
    const broken: RetentionRule = {
      name: 'broken',
      keepDays: 1,
      removeSome: async () => {
        throw new Error('no such table');
      },
    };
    const many: RetentionRule = {
      name: 'many',
      keepDays: 1,
      removeSome: async (_tx, before, limit) => {
        assert.equal(before, now - day);
        const some = Math.min(rows, limit);
        rows -= some;
        batches.push(some);
        return some;
      },
    };
    const log = createLog({ write: (line) => lines.push(line) });
    const retention = createRetention({ db, clock: { now: () => now }, log, rules: [broken, many] });
    await Promise.all([retention.prune(), retention.prune()]);
    assert.deepEqual(batches, [200, 200, 50]);
    assert.match(lines.join('\n'), /"level":"error".*broken.*no such table/);
    assert.match(lines.join('\n'), /"removed":450/);
    await retention.stop();
  },
  { migrations },
);

test('the page for people names every rule with its days, in both languages', async () => {
  for (const name of ['retention.md', 'retention.zh-CN.md']) {
    const page = await readFile(new URL(`../../../docs/operate/${name}`, import.meta.url), 'utf8');
    for (const rule of allRetentionRules({ remove: async () => {} })) {
      const [table = ''] = rule.name.split(':');
      assert.match(page, new RegExp(`\\| \`${table}\` \\|.*\\| ${rule.keepDays} \\|`), `${name}: ${rule.name}`);
    }
  }
});
