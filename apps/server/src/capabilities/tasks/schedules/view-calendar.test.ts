import assert from 'node:assert/strict';
import { at, freeze, hour, nightly, routes, start } from './testing.ts';

const ask = (fromAt: number, untilAt: number) => `/api/schedule-calendar?fromAt=${fromAt}&untilAt=${untilAt}`;
const timesOf = (items: readonly { readonly at?: number; readonly fireAt?: number }[]) =>
  items.map((item) => new Date(item.at ?? item.fireAt ?? 0).toISOString().slice(5, 16));

for (const { change, from, due } of [
  { change: 'spring', from: '2026-03-28T12:00:00Z', due: ['03-29T01:00', '03-30T00:30', '03-31T00:30'] },
  { change: 'autumn', from: '2026-10-24T12:00:00Z', due: ['10-25T00:30', '10-26T01:30', '10-27T01:30'] },
])
  routes(
    `what the calendar foresees over the change of the clock in ${change} is what the ticker does`,
    async ({ call, schedules, clock, pass }) => {
      const fromAt = Date.parse(from);
      pass(fromAt - clock.now());
      const berlin = { ...nightly, cron: '30 2 * * *', timeZone: 'Europe/Berlin', overlap: 'parallel' };
      const { id } = (await call('dba', 'POST', '/api/schedules', { ...berlin, jitterSeconds: 600 })).body;
      const span = ask(fromAt, fromAt + 72 * hour);
      const before = (await call('requester', 'GET', span)).body.schedules[0];
      assert.deepEqual([before.jitterSeconds, before.runs], [600, []]);
      for (let minute = 0; minute < 72 * 60; minute += 1) {
        pass(60_000);
        await schedules.tick();
      }
      const after = (await call('requester', 'GET', span)).body.schedules[0];
      assert.deepEqual(timesOf(after.runs), timesOf(before.fires));
      assert.deepEqual(
        timesOf(before.fires),
        due,
        'an hour that is not there runs as it ends, one that is there twice runs once',
      );
      assert.deepEqual(after.fires, [], 'what has come is no longer to come');
      const { items } = (await call('requester', 'GET', `/api/schedules/${id}/runs`)).body;
      assert.deepEqual(timesOf(items.toReversed()), timesOf(after.runs));
    },
  );

routes('the calendar shows what became of each time, and what a window and a change freeze strike out', async (lab) => {
  const { call, schedules, pass, clock } = lab;
  const window = { from: '01:00', to: '03:00' };
  const twice = { ...nightly, cron: '0 2,12 * * *', window, overlap: 'parallel' };
  const { id } = (await call('dba', 'POST', '/api/schedules', twice)).body;
  const made = (await call('dba', 'POST', '/api/change-freezes', freeze)).body;
  for (let hours = 0; hours < 30; hours += 1) {
    pass(hour);
    await schedules.tick();
  }
  const { body } = await call('requester', 'GET', ask(start, at('04T00:00')));
  const [seen] = body.schedules;
  assert.deepEqual(
    seen.runs.map(({ fireAt, because, taskId, taskState, words }: Record<string, unknown>) => [
      fireAt,
      because,
      taskId !== undefined,
      taskState,
      words !== undefined,
    ]),
    [
      [at('01T02:00'), undefined, true, 'queued', false],
      [at('01T12:00'), 'OUTSIDE_WINDOW', false, undefined, true],
      [at('02T02:00'), 'CHANGE_FREEZE', false, undefined, true],
    ],
  );
  assert.deepEqual(seen.fires, [
    { at: at('02T12:00'), because: 'CHANGE_FREEZE', freezeId: made.id },
    { at: at('03T02:00') },
    { at: at('03T12:00'), because: 'OUTSIDE_WINDOW' },
  ]);
  assert.deepEqual(
    seen.windows,
    ['01', '02', '03'].map((day) => ({ fromAt: at(`${day}T01:00`), untilAt: at(`${day}T03:00`) })),
  );
  assert.deepEqual(seen.freezeIds, [made.id]);
  assert.deepEqual([body.freezes[0].id, body.moreRuns, body.moreSchedules], [made.id, false, false]);
  const past = (await call('requester', 'GET', ask(start, at('02T00:00')))).body.schedules[0];
  assert.deepEqual([past.fires, past.runs.length], [[], 2], 'a span that is over has nothing to come');
  const later = (await call('requester', 'GET', ask(at('05T00:00'), at('06T00:00')))).body;
  assert.deepEqual([later.freezes, later.schedules[0].runs], [[], []]);
  assert.deepEqual(timesOf(later.schedules[0].fires), ['03-05T02:00', '03-05T12:00']);

  const queued = { ...nightly, name: 'a queue', overlap: 'queue' };
  await call('dba', 'POST', '/api/schedules', { ...queued, cron: '0 7 * * *', jitterSeconds: 3600 });
  pass(at('02T07:00') - clock.now());
  const [due] = (await call('requester', 'GET', ask(at('02T07:00'), at('03T00:00')))).body.schedules;
  assert.deepEqual(timesOf(due.fires), ['03-02T07:00'], 'its time has come and its jitter has not passed');
  await call('dba', 'POST', `/api/schedules/${id}/pause`);
  const paused = (await call('requester', 'GET', ask(start, at('04T00:00')))).body.schedules[1];
  assert.deepEqual([paused.paused, paused.fires, paused.runs.length], [true, [], 3]);
});

routes('a calendar of no span, of too long a one, or of no time at all is refused', async ({ call }) => {
  const codes = async (query: string) => {
    const { status, body } = await call('requester', 'GET', `/api/schedule-calendar?${query}`);
    return [status, body.code];
  };
  for (const query of [
    'fromAt=5&untilAt=5',
    'fromAt=6&untilAt=5',
    `fromAt=0&untilAt=${64 * 24 * hour}`,
    `untilAt=${start - hour}`,
  ])
    assert.deepEqual(await codes(query), [422, 'CALENDAR_SPAN'], query);
  for (const query of ['fromAt=-1', 'fromAt=NaN', 'fromAt=today', 'untilAt=253402300800000', 'days=0', 'fromAt=1.5'])
    assert.deepEqual(await codes(query), [400, 'INPUT_INVALID'], query);
});
