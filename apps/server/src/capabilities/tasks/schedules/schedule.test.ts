import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreseeFires } from './foresee-fires.ts';
import {
  type ChangeFreeze,
  decideFire,
  type FireDecision,
  type FreezeScope,
  findFreeze,
  jitterOf,
  nextTime,
  type Schedule,
} from './schedule.ts';
import { windowSpans } from './window-spans.ts';

const at = (text: string) => Date.parse(text);
const two = at('2026-03-01T18:00:00Z'); // 02:00 in Shanghai
const schedule: Schedule = {
  id: 's',
  name: 'nightly',
  cron: '0 2 * * *',
  timeZone: 'Asia/Shanghai',
  taskKind: 'k',
  taskInput: {},
  overlap: 'skip',
  misfire: 'skip',
  jitterSeconds: 0,
  nextAt: two,
};
const tomorrow = at('2026-03-02T18:00:00Z');
const minute = 60_000;

test('the next time is in the schedule’s own zone, and one local hour a day also when the clocks change', () => {
  assert.equal(nextTime('0 2 * * *', 'Asia/Shanghai', two - 1), two);
  assert.equal(nextTime('0 2 * * *', 'Asia/Shanghai', two), tomorrow);
  // Berlin skips 02:00–03:00 on 29 March 2026 and has 02:00–03:00 twice on 25 October.
  const days = ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26'];
  for (const day of days) {
    const first = nextTime('30 2 * * *', 'Europe/Berlin', at(`${day}T00:00:00+01:00`) - minute);
    assert.ok(first !== undefined);
    const second = nextTime('30 2 * * *', 'Europe/Berlin', first);
    assert.ok(second !== undefined && second - first >= 22 * 3600_000, `${day}: once a day`);
  }
});

const freeze = (scope: FreezeScope): ChangeFreeze => ({
  id: 'f',
  name: 'holiday',
  reason: 'sale',
  fromAt: two - minute,
  untilAt: two + minute,
  scope,
});

const cases: readonly [
  string,
  Partial<Schedule>,
  { now: number; running?: number; frozen?: boolean; held?: boolean },
  FireDecision,
][] = [
  ['not yet', {}, { now: two - 1 }, { do: 'hold' }],
  ['on time', {}, { now: two }, { do: 'fire', nextAt: tomorrow }],
  ['a little late', {}, { now: two + minute }, { do: 'fire', nextAt: tomorrow }],
  ['missed and left out', {}, { now: two + 2 * minute }, { do: 'leave-out', because: 'MISSED', nextAt: tomorrow }],
  ['missed and made up for', { misfire: 'once' }, { now: two + 2 * minute }, { do: 'fire', nextAt: tomorrow }],
  [
    'many missed are one',
    { misfire: 'once' },
    { now: two + 50 * 3600_000 },
    { do: 'fire', nextAt: two + 72 * 3600_000 },
  ],
  [
    'the last one still runs',
    {},
    { now: two, running: 1 },
    { do: 'leave-out', because: 'STILL_RUNNING', nextAt: tomorrow },
  ],
  ['queued behind the last one', { overlap: 'queue' }, { now: two, running: 1 }, { do: 'hold' }],
  [
    'a queued one is not missed',
    { overlap: 'queue' },
    { now: two + 30 * minute, held: true },
    { do: 'fire', nextAt: tomorrow },
  ],
  ['beside the last one', { overlap: 'parallel' }, { now: two, running: 3 }, { do: 'fire', nextAt: tomorrow }],
  ['frozen', {}, { now: two, frozen: true }, { do: 'leave-out', because: 'CHANGE_FREEZE', nextAt: tomorrow }],
  [
    'outside its window',
    { window: { from: '03:00', to: '05:00' } },
    { now: two },
    { do: 'leave-out', because: 'OUTSIDE_WINDOW', nextAt: tomorrow },
  ],
  [
    'inside a window over midnight',
    { window: { from: '22:00', to: '05:00' } },
    { now: two },
    { do: 'fire', nextAt: tomorrow },
  ],
];

for (const [name, change, { now, running = 0, frozen = false, held = false }, expected] of cases)
  test(`schedule: ${name}`, () => {
    const freezes = frozen ? [freeze({ kind: 'everything' })] : [];
    assert.deepEqual(decideFire({ ...schedule, ...change }, { now, running, freezes, held }), expected);
  });

test('jitter spreads, stays within its bound and is the same for the same time', () => {
  const spread = [1, 2, 3, 4, 5].map((day) => jitterOf({ id: 's', jitterSeconds: 600 }, day));
  assert.ok(spread.every((value) => value >= 0 && value < 600_000));
  assert.ok(new Set(spread).size > 1);
  assert.equal(jitterOf({ id: 's', jitterSeconds: 600 }, 3), spread[2]);
});

test('a change freeze holds back what is in its scope, from its first moment to before its last', () => {
  const held = (scope: FreezeScope, at = two) => findFreeze([freeze(scope)], schedule, at) !== undefined;
  assert.ok(held({ kind: 'everything' }));
  assert.ok(held({ kind: 'task-kinds', taskKinds: ['other', 'k'] }));
  assert.ok(!held({ kind: 'task-kinds', taskKinds: ['other'] }));
  assert.ok(held({ kind: 'schedules', scheduleIds: ['s'] }));
  assert.ok(!held({ kind: 'schedules', scheduleIds: ['t'] }));
  assert.ok(held({ kind: 'everything' }, two - minute));
  assert.ok(!held({ kind: 'everything' }, two + minute));
});

test('what is foreseen is what will be decided', () => {
  const times = { id: 's', taskKind: 'k', cron: '0 */6 * * *', timeZone: 'Asia/Shanghai', jitterSeconds: 0 };
  const window = { from: '01:00', to: '07:00' };
  const freezes = [{ ...freeze({ kind: 'everything' }), fromAt: at('2026-03-02T22:00:00Z'), untilAt: tomorrow * 2 }];
  const { fires, more } = foreseeFires({ ...times, window }, freezes, {
    after: two,
    until: two + 36 * 3600_000,
    most: 6,
  });
  const seen = fires.map((fire) => `${new Date(fire.at).toISOString().slice(8, 13)} ${fire.because ?? 'task'}`);
  assert.deepEqual(seen, [
    '01T22 task',
    '02T04 OUTSIDE_WINDOW',
    '02T10 OUTSIDE_WINDOW',
    '02T16 OUTSIDE_WINDOW',
    '02T22 CHANGE_FREEZE',
    '03T04 CHANGE_FREEZE',
  ]);
  assert.equal(more, false);
  assert.equal(foreseeFires(times, [], { after: two, until: two + 36 * 3600_000, most: 5 }).more, true);
  for (const fire of fires) {
    const decided = decideFire(
      { ...schedule, ...times, window, nextAt: fire.at },
      { now: fire.at, running: 0, freezes, held: false },
    );
    assert.equal(decided.do === 'leave-out' ? decided.because : undefined, fire.because, String(fire.at));
  }
});

test('windows are spans of time in the schedule’s own zone, cut at both ends, also over midnight', () => {
  const spans = (window: { from: string; to: string }) =>
    windowSpans({ timeZone: 'Asia/Shanghai', window }, { fromAt: two, untilAt: tomorrow }).map(
      (span) =>
        `${new Date(span.fromAt).toISOString().slice(8, 16)}–${new Date(span.untilAt).toISOString().slice(8, 16)}`,
    );
  assert.deepEqual(spans({ from: '03:00', to: '05:00' }), ['01T19:00–01T21:00']);
  assert.deepEqual(spans({ from: '22:00', to: '05:00' }), ['01T18:00–01T21:00', '02T14:00–02T18:00']);
  assert.deepEqual(windowSpans({ timeZone: 'UTC' }, { fromAt: two, untilAt: tomorrow }), []);
});
