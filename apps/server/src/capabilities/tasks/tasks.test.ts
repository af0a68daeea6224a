import assert from 'node:assert/strict';
import { defineRecordStep, defineStep, defineTask, inOrder, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Db, Tx } from '../../platform/database/schema.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { inProcessEngine } from '../../platform/engine/in-process-engine.ts';
import { createLog } from '../../platform/log/log.ts';
import { outboxMigrations } from '../../platform/outbox/migrations.ts';
import { createOutbox } from '../../platform/outbox/outbox.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { createTasks } from './create-tasks.ts';
import { decideTask } from './decide-task.ts';
import { listTasks } from './list-tasks.ts';
import { taskMigrations } from './migrations.ts';
import { listTaskEvents } from './store/list-task-events.ts';
import { viewTask } from './view-task.ts';

const migrations = [...outboxMigrations, ...taskMigrations];
const words = (text: string) => ({ en: text, zh: text });
const dba: Actor = { id: 'u1', name: 'alice', roles: ['dba'], via: 'session' };
const requester: Actor = { id: 'u2', name: 'bob', roles: ['requester'], via: 'session' };

function setUp(db: Db) {
  const made: string[] = [];
  const faults = new Map<string, () => Promise<void>>();
  const named = z.object({ name: z.string() });
  const make = defineStep()({
    name: 'test.make',
    title: words('make'),
    effect: 'reversible',
    input: named,
    limitSeconds: 5,
    isDone: async (_, { name }) => (made.includes(name) ? { name } : undefined),
    run: async ({ say, progress, via }, { name }) => {
      say(words(`making ${name}`));
      progress({ done: 1, total: 2, unit: 'items' });
      via('local', [{ name: 'local', milliseconds: 1 }]);
      await faults.get(name)?.();
      made.push(name);
      return { name };
    },
    undo: async (_, { name }) => void made.splice(made.indexOf(name), 1),
  });
  const note = defineRecordStep<object, Tx>()({
    name: 'test.note',
    title: words('note'),
    effect: 'record',
    input: named,
    limitSeconds: 5,
    record: async (tx, { taskId }, { name }) => {
      await tx
        .insertInto('task_request')
        .values({
          id: `note-${name}`,
          task_id: 'none',
          kind: 'note',
          step_id: taskId,
          by_name: 'x',
          reason: null,
          created_at: 0,
          handled_at: 0,
        })
        .execute();
      await faults.get(`note ${name}`)?.();
      return {};
    },
  });
  const change = defineTask()({
    kind: 'test.change',
    input: z.object({ names: z.array(z.string()), lock: z.string().optional() }),
    facts: async () => ({}),
    title: ({ names }) => words(`make ${names.join(', ')}`),
    locks: ({ lock }) => (lock === undefined ? [] : [lock]),
    plan: ({ names }) =>
      inOrder(...names.map((name) => make({ name }, { target: name })), note({ name: names[0] ?? '' })),
    steps: [make, note],
  });
  const clock = { now: () => Date.now() };
  const log = createLog({ level: 'error', write: () => {} });
  const outbox = createOutbox({ db, clock, log });
  const tasks = createTasks({
    db,
    clock,
    log,
    outbox,
    tasks: [change],
    ports: {},
    engine: inProcessEngine({ now: clock.now, log }),
  });
  const until = async (id: string, ...states: string[]) => {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const found = await tasks.findTaskState(db, id);
      if (found && states.includes(found.state)) return found;
      if (Date.now() > deadline) throw new Error(`task ${id} is ${found?.state}, not ${states.join(' or ')}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return {
    made,
    faults,
    tasks,
    until,
    start: async () => {
      await tasks.start();
      outbox.start(tasks.outboxHandlers);
    },
    create: async (names: string[], lock?: string) => {
      const plan = await tasks.planTask('test.change', { names, ...(lock === undefined ? {} : { lock }) });
      return (await inTransaction(db, (tx) => tasks.createTask(tx, plan, { ticketId: 'ticket-1' }))).id;
    },
    stop: async () => {
      await tasks.stop();
      await outbox.stop();
    },
  };
}

forEachStore(
  'a task runs from the outbox to its end; its rows, events and end are what people and neighbours see',
  async ({ db }) => {
    const s = setUp(db);
    const followed: string[] = [];
    const ended = Promise.withResolvers<string>();
    s.tasks.follow(async (_tx, { state }) => void followed.push(state));
    s.tasks.onEnd(async ({ state }) => ended.resolve(state));
    await s.start();
    const id = await s.create(['a', 'b']);
    assert.equal(await ended.promise, 'done');
    assert.deepEqual(s.made, ['a', 'b']);
    assert.deepEqual(followed, ['running', 'done']);
    const view = await viewTask(s.tasks.parts, dba, id);
    assert.deepEqual([view.state, view.stepsDone, view.stepsTotal], ['done', 3, 3]);
    assert.deepEqual([view.steps[0]?.path, view.steps[0]?.attempt, view.steps[0]?.hasUndo], ['local', 1, true]);
    assert.equal(view.abilities.retry.because, 'TASK_ENDED');
    const events = await listTaskEvents(db, id, 0, 1000);
    assert.deepEqual(
      events.map((event) => event.seq),
      events.map((_, position) => position + 1),
    );
    assert.ok(events.some((event) => event.words?.en === 'making b' && event.stepId === 'test.make:b'));
    assert.deepEqual(await listTaskEvents(db, id, 3, 2), events.slice(3, 5));
    assert.deepEqual((await listTasks(s.tasks.parts, dba, { limit: 10 })).items[0]?.title, words('make a, b'));
    await assert.rejects(viewTask(s.tasks.parts, requester, id), { code: 'TASK_NOT_FOUND' });
    await s.stop();
  },
  { migrations },
);

forEachStore(
  'a record step and its mark are one: when the record fails, neither is there',
  async ({ db }) => {
    const s = setUp(db);
    await s.start();
    s.faults.set('note a', async () => {
      throw new StepFailure({ code: 'NO', words: words('no'), retryable: false });
    });
    const id = await s.create(['a']);
    await s.until(id, 'paused');
    const count = () => db.selectFrom('task_request').select('id').where('task_id', '=', 'none').execute();
    assert.equal((await count()).length, 0);
    s.faults.clear();
    await decideTask(s.tasks.parts, dba, id, { decision: 'retry' }, async () => {});
    await s.until(id, 'done');
    assert.equal((await count()).length, 1);
    assert.deepEqual(s.made, ['a']);
    await s.stop();
  },
  { migrations },
);

forEachStore(
  'two tasks on one cluster never run together; the second says whom it waits for and goes on by itself',
  async ({ db }) => {
    const s = setUp(db);
    const gate = Promise.withResolvers<void>();
    s.faults.set('a', () => gate.promise);
    await s.start();
    const first = await s.create(['a'], 'cluster/c1');
    await s.until(first, 'running');
    const second = await s.create(['b'], 'cluster/c1');
    await s.until(second, 'waiting');
    const { waitsFor } = await viewTask(s.tasks.parts, dba, second);
    assert.deepEqual(waitsFor, [{ resource: 'cluster/c1', taskId: first }]);
    assert.deepEqual(s.made, []);
    gate.resolve();
    await s.until(second, 'done');
    assert.deepEqual(s.made, ['a', 'b']);
    assert.deepEqual(await db.selectFrom('resource_lock').selectAll().execute(), []);
    await s.stop();
  },
  { migrations },
);

forEachStore(
  'decisions: refused with the reason, cancel with undo leaves the old world',
  async ({ db }) => {
    const s = setUp(db);
    const begun = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    s.faults.set('b', async () => {
      begun.resolve();
      await gate.promise;
      throw new Error('ended');
    });
    await s.start();
    const id = await s.create(['a', 'b']);
    await begun.promise;
    const decide = (actor: Actor, decision: 'retry' | 'cancel', thenUndo = false) =>
      decideTask(s.tasks.parts, actor, id, { decision, thenUndo }, async () => {});
    await assert.rejects(decide(dba, 'retry'), { code: 'TASK_NOTHING_FAILED' });
    await assert.rejects(decide(requester, 'cancel'), { code: 'TASK_NOT_FOUND' });
    await decide(dba, 'cancel', true);
    gate.resolve();
    await s.until(id, 'undone');
    assert.deepEqual(s.made, []);
    await s.stop();
  },
  { migrations },
);
