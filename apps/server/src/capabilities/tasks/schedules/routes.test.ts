import assert from 'node:assert/strict';
import { fleetProblems, scheduleProblems, taskProblems } from '@myriad/contract';
import { defineStep, defineTask } from '@myriad/runbook';
import { z } from 'zod';
import { forEachStore, testMigrations } from '../../../platform/database/testing.ts';
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
const hour = 3_600_000;
const start = Date.parse('2026-03-01T00:00:00Z');
const at = (text: string) => Date.parse(`2026-03-${text}:00Z`);

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

const nightly = {
  name: 'nightly look',
  cron: '0 2 * * *',
  timeZone: 'UTC',
  taskKind: 'test.look',
  taskInput: { hostIds: ['a'] },
};
const freeze = { name: 'sale', reason: 'the big sale', fromAt: at('02T00:00'), untilAt: at('03T00:00') };

interface Lab extends TestHttp {
  readonly schedules: Schedules;
  readonly clock: { now(): number };
  pass(milliseconds: number): void;
}

const routes = (name: string, body: (lab: Lab) => Promise<void>) =>
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

testMigrations('tasks', taskMigrations, [...httpMigrations, ...authMigrations, ...outboxMigrations]);

const reads = [
  '/api/schedules',
  '/api/schedules/x',
  '/api/schedules/x/runs',
  '/api/schedule-kinds',
  '/api/schedule-calendar',
  '/api/change-freezes',
];
const writes = [
  ['POST', '/api/schedules', nightly],
  ['PUT', '/api/schedules/x', nightly],
  ['POST', '/api/schedules/x/pause', undefined],
  ['POST', '/api/schedules/x/resume', undefined],
  ['DELETE', '/api/schedules/x', undefined],
  ['POST', '/api/change-freezes', freeze],
  ['DELETE', '/api/change-freezes/x', undefined],
] as const;

routes('schedules are read by whoever is signed in and changed by those who operate', async ({ call }) => {
  for (const url of reads) {
    assert.deepEqual([(await call('nobody', 'GET', url)).body.code], ['NOT_SIGNED_IN'], url);
    assert.ok([200, 404].includes((await call('requester', 'GET', url)).status), url);
  }
  const { code } = (await call('nobody', 'POST', '/api/schedules/preview', nightly)).body;
  assert.equal(code, 'NOT_SIGNED_IN');
  for (const [method, url, body] of writes) {
    assert.equal((await call('nobody', method, url, body)).body.code, 'NOT_SIGNED_IN', url);
    const refused = await call('requester', method, url, body);
    assert.deepEqual([refused.status, refused.body.code], [403, 'NOT_AN_OPERATOR'], url);
  }
});

routes('a schedule is refused with what is wrong and the next move', async ({ call }) => {
  const add = async (change: object) => {
    const { status, body } = await call('dba', 'POST', '/api/schedules', { ...nightly, ...change });
    assert.ok(status >= 400, JSON.stringify(body));
    assert.doesNotMatch(JSON.stringify([body.words, body.next]), /\{\w+\}/, 'every value is filled in');
    return [status, body.code, ...(body.faults ?? []).map(({ path }: { path: string }) => path)];
  };
  assert.deepEqual(await add({ cron: '61 2 * * *' }), [422, 'SCHEDULE_CRON']);
  assert.deepEqual(await add({ cron: 'every night' }), [422, 'SCHEDULE_CRON']);
  assert.deepEqual(await add({ cron: '0 2 30 2 *' }), [422, 'SCHEDULE_NEVER_FIRES']);
  assert.deepEqual(await add({ timeZone: 'Mars/Olympus' }), [422, 'SCHEDULE_TIME_ZONE']);
  assert.deepEqual(await add({ timeZone: '+08:00' }), [422, 'SCHEDULE_TIME_ZONE']);
  assert.deepEqual(await add({ window: { from: '02:00', to: '02:00' } }), [422, 'SCHEDULE_WINDOW_EMPTY']);
  assert.deepEqual(await add({ window: { from: '24:00', to: '2' } }), [
    400,
    'INPUT_INVALID',
    'body.window.from',
    'body.window.to',
  ]);
  assert.deepEqual(await add({ taskKind: 'test.nothing' }), [404, 'TASK_KIND_UNKNOWN']);
  assert.deepEqual(await add({ taskKind: 'test.drop' }), [422, 'SCHEDULE_KIND_NOT_ALLOWED']);
  assert.deepEqual(await add({ taskInput: { hostIds: [], deep: 1 } }), [
    422,
    'SCHEDULE_INPUT',
    'body.taskInput.hostIds',
    'body.taskInput.deep',
  ]);
  assert.deepEqual(await add({ taskInput: { hostIds: ['gone'] } }), [404, 'HOST_NOT_FOUND']);
  assert.deepEqual((await call('dba', 'GET', '/api/schedules')).body.items, []);
  const preview = await call('requester', 'POST', '/api/schedules/preview', { ...nightly, cron: '* *' });
  assert.deepEqual([preview.status, preview.body.code], [422, 'SCHEDULE_CRON']);
});

routes('a changed schedule is what was asked for last, approved by whoever changed it', async ({ call }) => {
  const { id } = (await call('dba', 'POST', '/api/schedules', nightly)).body;
  const one = `/api/schedules/${id}`;
  await call('dba', 'POST', `${one}/pause`);
  const hourly = { ...nightly, cron: '30 * * * *', window: { from: '09:00', to: '18:00' }, overlap: 'queue' };
  const refused = await call('dba', 'PUT', one, { ...hourly, cron: 'often' });
  assert.deepEqual([refused.status, refused.body.code], [422, 'SCHEDULE_CRON']);
  const inputRefused = await call('dba', 'PUT', one, { ...hourly, taskInput: { hostIds: [] } });
  assert.deepEqual(inputRefused.body.faults[0].path, 'body.taskInput.hostIds');
  assert.equal((await call('dba', 'GET', one)).body.cron, nightly.cron, 'a refused change changes nothing');
  const changed = (await call('administrator', 'PUT', one, { ...hourly, taskInput: { hostIds: ['b'], deep: false } }))
    .body;
  const { cron, overlap, misfire, taskInput, paused, approvedBy } = changed;
  assert.deepEqual([cron, overlap, misfire, paused], ['30 * * * *', 'queue', 'skip', true]);
  assert.deepEqual([taskInput, approvedBy.name], [{ hostIds: ['b'], deep: false }, 'administrator']);
  const { next, window } = (await call('dba', 'POST', `${one}/resume`)).body;
  assert.deepEqual([next[0], window], [{ at: at('01T00:30'), because: 'OUTSIDE_WINDOW' }, hourly.window]);
  assert.equal((await call('dba', 'PUT', one, nightly)).body.window, undefined);
  assert.equal((await call('dba', 'PUT', '/api/schedules/gone', nightly)).body.code, 'SCHEDULE_NOT_FOUND');
  const { abilities } = (await call('requester', 'GET', '/api/schedules')).body;
  assert.equal(abilities.add.because, 'NOT_AN_OPERATOR');
  assert.equal((await call('dba', 'GET', '/api/change-freezes')).body.abilities.add.allowed, true);
});

routes('a schedule is added, seen with its next times, paused, resumed, run and removed', async (lab) => {
  const { call, schedules, pass } = lab;
  const added = (await call('dba', 'POST', '/api/schedules', nightly)).body;
  const one = `/api/schedules/${added.id}`;
  assert.deepEqual(added.taskInput, { hostIds: ['a'], deep: true });
  assert.deepEqual([added.approvedBy.name, added.overlap, added.misfire, added.paused], ['dba', 'skip', 'skip', false]);
  assert.deepEqual(
    added.next.slice(0, 2).map(({ at }: { at: number }) => at),
    [at('01T02:00'), at('02T02:00')],
  );
  const seen = (await call('requester', 'GET', one)).body;
  assert.equal(seen.abilities.pause.because, 'NOT_AN_OPERATOR');
  assert.equal((await call('dba', 'POST', `${one}/resume`)).body.code, 'SCHEDULE_NOT_PAUSED');
  const paused = (await call('dba', 'POST', `${one}/pause`)).body;
  assert.deepEqual([paused.paused, paused.next, paused.abilities.pause.because], [true, [], 'SCHEDULE_PAUSED']);
  assert.deepEqual((await call('dba', 'POST', `${one}/pause`)).status, 409);
  pass(26 * hour);
  await schedules.tick();
  assert.deepEqual((await call('dba', 'GET', `${one}/runs`)).body.items, []);
  assert.equal((await call('administrator', 'POST', `${one}/resume`)).body.next[0].at, at('03T02:00'));
  pass(24 * hour);
  await schedules.tick();
  const { lastRun } = (await call('requester', 'GET', '/api/schedules')).body.items[0];
  assert.ok(lastRun.taskId);
  pass(24 * hour);
  await schedules.tick();
  const runs = (await call('requester', 'GET', `${one}/runs`)).body.items;
  assert.deepEqual([runs[0].because, runs[1].taskId], ['STILL_RUNNING', lastRun.taskId]);
  assert.match(runs[0].words.zh, /仍在运行/);
  assert.equal((await call('dba', 'DELETE', one)).status, 200);
  for (const [method, url] of [
    ['GET', one],
    ['DELETE', one],
    ['POST', `${one}/pause`],
    ['GET', `${one}/runs`],
  ] as const)
    assert.equal((await call('dba', method, url)).body.code, 'SCHEDULE_NOT_FOUND');
  const audited = (await call('administrator', 'GET', '/api/audit')).body.items
    .filter(
      ({ outcome, action }: { outcome: string; action: string }) => outcome === 'allowed' && /^sched/.test(action),
    )
    .map(({ action, resource }: { action: string; resource: string }) => `${action} ${resource}`);
  assert.deepEqual(
    audited.toReversed(),
    ['add', 'pause', 'resume', 'remove'].map((verb) => `schedule.${verb} schedule/${added.id}`),
  );
});

routes('lists are paged, newest first', async ({ call, pass }) => {
  for (const name of ['first', 'second', 'third']) {
    await call('dba', 'POST', '/api/schedules', { ...nightly, name });
    await call('dba', 'POST', '/api/change-freezes', { ...freeze, name });
    pass(1000);
  }
  for (const list of ['/api/schedules', '/api/change-freezes']) {
    const names = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name);
    const { body: page } = await call('requester', 'GET', `${list}?limit=2`);
    assert.deepEqual(names(page), ['third', 'second']);
    const { body: rest } = await call('requester', 'GET', `${list}?limit=2&cursor=${page.next}`);
    assert.deepEqual([names(rest), rest.next], [['first'], undefined]);
  }
});

routes('a preview writes nothing and says which times make no task', async ({ call }) => {
  await call('dba', 'POST', '/api/change-freezes', freeze);
  const times = { cron: '0 */12 * * *', timeZone: 'Asia/Shanghai', window: { from: '00:00', to: '06:00' }, count: 4 };
  const { status, body } = await call('requester', 'POST', '/api/schedules/preview', times);
  assert.equal(status, 200);
  assert.deepEqual(
    body.fires.map((fire: { at: number; because?: string }) => [fire.at, fire.because]),
    [
      [at('01T04:00'), 'OUTSIDE_WINDOW'],
      [at('01T16:00'), undefined],
      [at('02T04:00'), 'CHANGE_FREEZE'],
      [at('02T16:00'), 'CHANGE_FREEZE'],
    ],
  );
  assert.deepEqual((await call('dba', 'GET', '/api/schedules')).body.items, []);
});

routes('a change freeze has a reason and a scope, holds back what is in it, and can be taken back', async (lab) => {
  const { call, schedules, pass } = lab;
  const add = (change: object) => call('dba', 'POST', '/api/change-freezes', { ...freeze, ...change });
  const codeOf = async (change: object) => (await add(change)).body.code;
  assert.equal(await codeOf({ untilAt: freeze.fromAt }), 'FREEZE_TIMES');
  assert.equal(await codeOf({ fromAt: start - 2 * hour, untilAt: start - hour }), 'FREEZE_OVER');
  assert.equal(await codeOf({ reason: ' ' }), 'INPUT_INVALID');
  assert.equal(await codeOf({ scope: { kind: 'task-kinds', taskKinds: ['test.drop'] } }), 'SCHEDULE_KIND_NOT_ALLOWED');
  assert.equal(await codeOf({ scope: { kind: 'schedules', scheduleIds: ['none'] } }), 'SCHEDULE_NOT_FOUND');
  const schedule = async (name: string) =>
    (await call('dba', 'POST', '/api/schedules', { ...nightly, name, overlap: 'parallel' })).body.id;
  const [held, free] = [await schedule('held'), await schedule('free')];
  const made = (await add({ scope: { kind: 'schedules', scheduleIds: [held] } })).body;
  assert.deepEqual([made.reason, made.createdBy.name, made.inForce], ['the big sale', 'dba', false]);
  assert.deepEqual((await call('dba', 'GET', `/api/schedules/${held}`)).body.next[1], {
    at: at('02T02:00'),
    because: 'CHANGE_FREEZE',
    freezeId: made.id,
  });
  const reasonsAfter = async (hours: number) => {
    pass(hours * hour);
    await schedules.tick();
    const last = async (id: string) => (await call('dba', 'GET', `/api/schedules/${id}/runs`)).body.items[0];
    return [(await last(held)).because ?? 'task', (await last(free)).because ?? 'task'];
  };
  assert.deepEqual(await reasonsAfter(2), ['task', 'task']);
  assert.deepEqual(await reasonsAfter(24), ['CHANGE_FREEZE', 'task']);
  pass(22 * hour);
  assert.deepEqual((await call('requester', 'GET', '/api/change-freezes')).body.items, []);
  assert.equal((await call('requester', 'GET', '/api/change-freezes?past=true')).body.items[0].id, made.id);
  const next = (await add({ fromAt: at('03T00:00'), untilAt: at('06T00:00') })).body;
  assert.equal(next.inForce, true);
  assert.deepEqual(await reasonsAfter(2), ['CHANGE_FREEZE', 'CHANGE_FREEZE']);
  assert.equal((await call('dba', 'DELETE', `/api/change-freezes/${next.id}`)).status, 200);
  assert.deepEqual(await reasonsAfter(24), ['task', 'task']);
  const again = await call('dba', 'DELETE', `/api/change-freezes/${next.id}`);
  assert.deepEqual([again.status, again.body.code], [404, 'FREEZE_NOT_FOUND']);
});

routes('the calendar shows times, windows and change freezes of the next days', async ({ call }) => {
  const window = { from: '01:00', to: '03:00' };
  const busy = (await call('dba', 'POST', '/api/schedules', { ...nightly, name: 'busy', cron: '* * * * *' })).body;
  await call('dba', 'POST', '/api/schedules', { ...nightly, window });
  const made = (await call('dba', 'POST', '/api/change-freezes', freeze)).body;
  const { body } = await call('requester', 'GET', '/api/schedule-calendar?days=2');
  assert.deepEqual([body.fromAt, body.untilAt], [start, start + 48 * hour]);
  const [first, second] = body.schedules;
  assert.deepEqual([first.name, first.fires.length, first.more], ['busy', 200, true]);
  assert.deepEqual(second.fires, [
    { at: at('01T02:00') },
    { at: at('02T02:00'), because: 'CHANGE_FREEZE', freezeId: made.id },
  ]);
  assert.deepEqual(second.windows, [
    { fromAt: at('01T01:00'), untilAt: at('01T03:00') },
    { fromAt: at('02T01:00'), untilAt: at('02T03:00') },
  ]);
  assert.deepEqual(
    body.freezes.map(({ id }: { id: string }) => id),
    [made.id],
  );
  await call('dba', 'POST', `/api/schedules/${busy.id}/pause`);
  const later = (await call('requester', 'GET', '/api/schedule-calendar?days=1')).body;
  assert.deepEqual([later.schedules[0].paused, later.schedules[0].fires], [true, []]);
  assert.equal((await call('requester', 'GET', '/api/schedule-calendar?days=63')).status, 400);
  const kinds = (await call('requester', 'GET', '/api/schedule-kinds')).body.items;
  assert.deepEqual(
    kinds.map(({ kind, schema }: { kind: string; schema: { required: string[] } }) => [kind, schema.required]),
    [['test.look', ['hostIds']]],
  );
});
