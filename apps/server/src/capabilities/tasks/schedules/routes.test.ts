import assert from 'node:assert/strict';
import { testMigrations } from '../../../platform/database/testing.ts';
import { httpMigrations } from '../../../platform/http/migrations.ts';
import { outboxMigrations } from '../../../platform/outbox/migrations.ts';
import { authMigrations } from '../../auth/index.ts';
import { taskMigrations } from '../migrations.ts';
import { at, freeze, hour, nightly, routes } from './testing.ts';

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
