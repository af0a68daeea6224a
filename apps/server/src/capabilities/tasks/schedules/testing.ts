import { fleetProblems, scheduleProblems, taskProblems } from '@myriad/contract';
import { defineStep, defineTask } from '@myriad/runbook';
import { z } from 'zod';
import { forEachStore } from '../../../platform/database/testing.ts';
import { inProcessEngine } from '../../../platform/engine/in-process-engine.ts';
import { httpMigrations } from '../../../platform/http/migrations.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { createLog } from '../../../platform/log/log.ts';
import { outboxMigrations } from '../../../platform/outbox/migrations.ts';
import { createOutbox } from '../../../platform/outbox/outbox.ts';
import { authMigrations } from '../../auth/index.ts';
import { createTestHttp, type TestHttp } from '../../auth/testing.ts';
import { createTasks } from '../create-tasks.ts';
import { taskMigrations } from '../migrations.ts';
import { createSchedules, type Schedules } from './create-schedules.ts';
import { serveSchedules } from './routes.ts';

const migrations = [...httpMigrations, ...authMigrations, ...outboxMigrations, ...taskMigrations];
const words = { en: 'x', zh: 'x' };
export const hour = 3_600_000;
export const start = Date.parse('2026-03-01T00:00:00Z');
export const at = (text: string) => Date.parse(`2026-03-${text}:00Z`);

const step = defineStep()({
  name: 'test.look',
  title: words,
  effect: 'read',
  input: z.object({}),
  limitSeconds: 1,
  run: async () => ({}),
});
const taskOf = (kind: string) =>
  defineTask()({
    kind,
    input: z.object({ hostIds: z.array(z.string()).min(1), deep: z.boolean().default(true) }),
    facts: async (_ports, { hostIds }) => {
      if (hostIds.includes('gone')) throw new ProblemError('HOST_NOT_FOUND', { id: 'gone' });
    },
    title: () => words,
    locks: () => [],
    plan: () => step({}),
    steps: [step],
  });

export const nightly = {
  name: 'nightly look',
  cron: '0 2 * * *',
  timeZone: 'UTC',
  taskKind: 'test.look',
  taskInput: { hostIds: ['a'] },
};
export const freeze = { name: 'sale', reason: 'the big sale', fromAt: at('02T00:00'), untilAt: at('03T00:00') };

export interface Lab extends TestHttp {
  readonly schedules: Schedules;
  readonly clock: { now(): number };
  pass(milliseconds: number): void;
}

/** A test of the routes on each store; the clock stands until it passes some time. */
export const routes = (name: string, body: (lab: Lab) => Promise<void>) =>
  forEachStore(
    name,
    async ({ db }) => {
      let now = start;
      const clock = { now: () => now };
      const app = await createTestHttp({ db, clock, problems: [taskProblems, fleetProblems, scheduleProblems] });
      const log = createLog({ level: 'error', write: () => {} });
      const tasks = createTasks({
        db,
        clock,
        log,
        outbox: createOutbox({ db, clock, log }),
        tasks: [taskOf('test.look'), taskOf('test.drop')],
        ports: {},
        engine: inProcessEngine({ ...clock, log }),
      });
      const schedules = createSchedules({ db, clock, log, tasks, kinds: ['test.look'] });
      serveSchedules(app.http, schedules);
      const pass = (milliseconds: number) => {
        now += milliseconds;
      };
      try {
        await body({ ...app, schedules, clock, pass });
      } finally {
        await app.close();
      }
    },
    { migrations },
  );
