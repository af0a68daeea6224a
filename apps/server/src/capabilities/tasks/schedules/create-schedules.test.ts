import assert from 'node:assert/strict';
import { defineStep, defineTask } from '@myriad/runbook';
import { z } from 'zod';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { openDatabase } from '../../../platform/database/open-database.ts';
import type { Db } from '../../../platform/database/schema.ts';
import { forEachStore } from '../../../platform/database/testing.ts';
import { inProcessEngine } from '../../../platform/engine/in-process-engine.ts';
import { createLog } from '../../../platform/log/log.ts';
import { outboxMigrations } from '../../../platform/outbox/migrations.ts';
import { createOutbox } from '../../../platform/outbox/outbox.ts';
import { createTasks } from '../create-tasks.ts';
import { taskMigrations } from '../migrations.ts';
import { hasTimesToCome, moveOn } from '../store/schedules.ts';
import { createSchedules } from './create-schedules.ts';
import type { Schedule } from './schedule.ts';

const migrations = [...outboxMigrations, ...taskMigrations];
const alice = { id: 'u1', name: 'alice' };
const words = { en: 'x', zh: 'x' };
const log = createLog({ level: 'error', write: () => {} });

/** Time stands still unless told; nothing is started, so made tasks stay queued. */
function setUp(db: Db, start: string, kinds: readonly string[] = ['test.nightly']) {
  let now = Date.parse(start);
  const clock = { now: () => now };
  const step = defineStep()({
    name: 'test.nothing',
    title: words,
    effect: 'read',
    input: z.object({}),
    limitSeconds: 1,
    run: async () => ({}),
  });
  const task = defineTask()({
    kind: 'test.nightly',
    input: z.object({}),
    facts: async () => ({}),
    title: () => words,
    locks: () => [],
    plan: () => step({}),
    steps: [step],
  });
  const outbox = createOutbox({ db, clock, log });
  const tasks = createTasks({
    db,
    clock,
    log,
    outbox,
    tasks: [task],
    ports: {},
    engine: inProcessEngine({ ...clock, log }),
  });
  const schedules = createSchedules({ db, clock, log, tasks, kinds });
  const runs = async () =>
    (await db.selectFrom('schedule_run').selectAll().orderBy('fire_at').execute()).map(
      (run) => `${new Date(run.fire_at).toISOString().slice(5, 16)} ${run.because ?? 'task'}`,
    );
  return {
    schedules,
    runs,
    at: async (text: string) => {
      now = Date.parse(text);
      await Promise.all([schedules.tick(), schedules.tick()]);
    },
    add: (change: Partial<Schedule> = {}) =>
      inTransaction(db, (tx) =>
        schedules.add(
          tx,
          {
            name: 'nightly',
            cron: '0 2 * * *',
            timeZone: 'UTC',
            taskKind: 'test.nightly',
            taskInput: {},
            overlap: 'skip',
            misfire: 'skip',
            jitterSeconds: 0,
            ...change,
          },
          alice,
        ),
      ),
    endTasks: () => inTransaction(db, (tx) => tx.updateTable('task').set({ state: 'done' }).execute()),
  };
}

forEachStore(
  'a schedule makes one task at each of its times, says why where it made none, and missed times are not run',
  async ({ db }) => {
    const s = setUp(db, '2026-03-01T00:00:00Z');
    await s.add();
    await s.at('2026-03-01T01:59:59Z');
    assert.deepEqual(await s.runs(), []);
    await s.at('2026-03-01T02:00:01Z');
    await s.at('2026-03-01T02:00:02Z');
    assert.deepEqual(await s.runs(), ['03-01T02:00 task']);
    await s.at('2026-03-02T02:00:00Z');
    await s.endTasks();
    await s.at('2026-03-03T09:00:00Z');
    await inTransaction(db, (tx) =>
      s.schedules.addFreeze(
        tx,
        {
          name: 'holiday',
          reason: 'nobody is in',
          fromAt: Date.parse('2026-03-04T00:00:00Z'),
          untilAt: Date.parse('2026-03-05T00:00:00Z'),
          scope: { kind: 'task-kinds', taskKinds: ['test.nightly'] },
        },
        alice,
      ),
    );
    await s.at('2026-03-04T02:00:00Z');
    assert.deepEqual(await s.runs(), [
      '03-01T02:00 task',
      '03-02T02:00 STILL_RUNNING',
      '03-03T02:00 MISSED',
      '03-04T02:00 CHANGE_FREEZE',
    ]);
    assert.equal((await db.selectFrom('task').select('schedule_id').execute()).length, 1);
  },
  { migrations },
);

forEachStore(
  'a queued time waits for the last task, and a paused schedule makes up for nothing',
  async ({ db }) => {
    const s = setUp(db, '2026-03-01T00:00:00Z');
    const { id } = await s.add({ overlap: 'queue' });
    await s.at('2026-03-01T02:00:00Z');
    await s.at('2026-03-02T02:00:00Z');
    await s.at('2026-03-02T04:00:00Z');
    assert.deepEqual(await s.runs(), ['03-01T02:00 task']);
    await s.endTasks();
    await s.at('2026-03-02T05:00:00Z');
    assert.deepEqual(await s.runs(), ['03-01T02:00 task', '03-02T02:00 task']);
    await s.endTasks();
    assert.deepEqual([await hasTimesToCome(db, 'test.nightly'), await hasTimesToCome(db, 'other')], [true, false]);
    await inTransaction(db, (tx) => s.schedules.setPaused(tx, id, 'paused'));
    assert.equal(await hasTimesToCome(db, 'test.nightly'), false, 'a paused one has no time to come');
    await s.at('2026-03-03T02:00:00Z');
    await inTransaction(db, (tx) => s.schedules.setPaused(tx, id, 'running'));
    await s.at('2026-03-03T02:00:30Z');
    assert.equal((await s.runs()).length, 2);
    await s.at('2026-03-04T02:00:00Z');
    assert.equal((await s.runs()).length, 3);
  },
  { migrations },
);

forEachStore(
  'after a restart a time that was missed is left out or made up for once, as its schedule says',
  async ({ db, place, close }) => {
    const before = setUp(db, '2026-03-01T00:00:00Z');
    await before.add({ name: 'skips' });
    await before.add({ name: 'makes up', cron: '0 3 * * *', misfire: 'once' });
    await before.schedules.stop();
    await close();
    const again = await openDatabase({ store: place, migrations });
    try {
      const after = setUp(again.db, '2026-03-03T09:00:00Z');
      await after.at('2026-03-03T09:00:00Z');
      assert.deepEqual(await after.runs(), ['03-01T02:00 MISSED', '03-01T03:00 task']);
      await after.endTasks();
      await after.at('2026-03-04T03:00:00Z');
      assert.deepEqual((await after.runs()).slice(2), ['03-04T02:00 MISSED', '03-04T03:00 task']);
    } finally {
      await again.close();
    }
  },
  { migrations },
);

forEachStore(
  'a kind that may not be scheduled any more makes no task, nor does a schedule paused while its time is looked at',
  async ({ db }) => {
    const before = setUp(db, '2026-03-01T00:00:00Z');
    const { id } = await before.add();
    const after = setUp(db, '2026-03-01T00:00:00Z', ['test.weekly']);
    await after.at('2026-03-01T02:00:00Z');
    assert.deepEqual(await after.runs(), ['03-01T02:00 SCHEDULE_KIND_NOT_ALLOWED']);
    await inTransaction(db, (tx) => before.schedules.setPaused(tx, id, 'paused'));
    const row = await db.selectFrom('schedule').select('next_at').executeTakeFirstOrThrow();
    assert.equal(await inTransaction(db, (tx) => moveOn(tx, id, Number(row.next_at), undefined)), false);
  },
  { migrations },
);
