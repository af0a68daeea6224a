import assert from 'node:assert/strict';
import { defineStep, defineTask, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { forEachStore } from '../../../platform/database/testing.ts';
import { inProcessEngine } from '../../../platform/engine/in-process-engine.ts';
import { createLog } from '../../../platform/log/log.ts';
import { outboxMigrations } from '../../../platform/outbox/migrations.ts';
import { createOutbox } from '../../../platform/outbox/outbox.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { createTasks } from '../create-tasks.ts';
import { decideTask } from '../decide-task.ts';
import { taskMigrations } from '../migrations.ts';
import { viewTask } from '../view-task.ts';
import { runChildren } from './run-children.ts';

const words = { en: 'x', zh: 'x' };
const dba: Actor = { id: 'u', name: 'alice', roles: ['dba'], via: 'session' };

forEachStore(
  'a fan-out runs a task per target under the parent’s lock; a retry takes up only what failed',
  async ({ db }) => {
    const ran: string[] = [];
    const broken = new Set(['c']);
    const touch = defineStep()({
      name: 'test.touch',
      title: words,
      effect: 'reversible',
      input: z.object({ name: z.string() }),
      limitSeconds: 5,
      run: async (_, { name }) => {
        if (broken.has(name)) throw new StepFailure({ code: 'BROKEN', words, retryable: false });
        ran.push(name);
        return {};
      },
    });
    const one = defineTask()({
      kind: 'test.one',
      input: z.object({ name: z.string() }),
      facts: async () => ({}),
      title: () => words,
      locks: () => ['cluster/1'],
      plan: ({ name }) => touch({ name }),
      steps: [touch],
    });
    const all = defineTask()({
      kind: 'test.all',
      input: z.object({ names: z.array(z.string()) }),
      facts: async () => ({}),
      title: () => words,
      locks: () => ['cluster/1'],
      plan: ({ names }) =>
        runChildren({
          children: names.map((name) => ({ target: name, kind: 'test.one', input: { name } })),
          waveSize: 2,
          maxFailures: 0,
          maxFailuresPerWave: 1,
        }),
      steps: [runChildren],
    });
    const clock = { now: () => Date.now() };
    const log = createLog({ level: 'error', write: () => {} });
    const outbox = createOutbox({ db, clock, log });
    const engine = inProcessEngine({ ...clock, log });
    const tasks = createTasks({ db, clock, log, outbox, tasks: [one, all], ports: {}, engine });
    outbox.start(tasks.outboxHandlers);
    await tasks.start();
    const until = async (id: string, state: string) => {
      const deadline = Date.now() + 25_000;
      while ((await tasks.findTaskState(db, id))?.state !== state) {
        if (Date.now() > deadline) throw new Error(`${id} never ${state}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    try {
      const plan = await tasks.planTask('test.all', { names: ['a', 'b', 'c', 'd', 'e'] });
      const { id } = await inTransaction(db, (tx) => tasks.createTask(tx, plan));
      const childOf = async (target: string) => {
        const deadline = Date.now() + 25_000;
        for (;;) {
          const rows = await db.selectFrom('task').select(['id', 'child_key']).where('parent_id', '=', id).execute();
          const found = rows.find((row) => row.child_key?.split('|')[1] === target);
          if (found) return found.id;
          if (Date.now() > deadline) throw new Error(`no child for ${target}`);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      };
      const c = await childOf('c');
      await until(c, 'paused');
      await decideTask(tasks.parts, dba, c, { decision: 'abort' }, async () => {});
      await until(id, 'paused');
      assert.deepEqual([...ran].sort(), ['a', 'b', 'd'], 'e is not begun after a failure');
      const fan = (await viewTask(tasks.parts, dba, id)).steps[0]?.fanOut;
      assert.deepEqual([fan?.maxFailures, fan?.maxFailuresPerWave], [0, 1]);
      assert.deepEqual(
        fan?.targets.map(({ target, wave, state, taskId }) => [target, wave, state, taskId === undefined]),
        [
          ['a', 1, 'done', false],
          ['b', 1, 'done', false],
          ['c', 2, 'failed', false],
          ['d', 2, 'done', false],
          ['e', 3, 'pending', true],
        ],
      );
      const { error } = (await viewTask(tasks.parts, dba, id)).steps[0] ?? {};
      assert.match(`${error?.words.en} ${error?.words.zh}`, /not begun: 1\. 3 of 5.*未开始 1 个/);
      broken.clear();
      await decideTask(tasks.parts, dba, id, { decision: 'retry' }, async () => {});
      await until(id, 'done');
      assert.deepEqual([...ran].sort(), ['a', 'b', 'c', 'd', 'e'], 'each once');
    } finally {
      await tasks.stop(1);
      await outbox.stop();
    }
  },
  { migrations: [...outboxMigrations, ...taskMigrations] },
);
