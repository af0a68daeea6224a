import assert from 'node:assert/strict';
import { at, freeze, hour, nightly, routes, start } from './testing.ts';

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
  const drops = {
    scope: { kind: 'task-kinds', taskKinds: ['test.drop'] },
    fromAt: at('08T00:00'),
    untilAt: at('09T00:00'),
  };
  const dropped = (await add(drops)).body;
  assert.deepEqual(dropped.scope.taskKinds, ['test.drop'], 'tickets ask too, so any kind will do');
  assert.equal((await call('dba', 'DELETE', `/api/change-freezes/${dropped.id}`)).status, 200);
  assert.equal(await codeOf({ scope: { kind: 'task-kinds', taskKinds: ['test.dance'] } }), 'TASK_KIND_UNKNOWN');
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
