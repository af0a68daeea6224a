import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dayNamed,
  daysOf,
  nameOfDay,
  nameOfPeriod,
  periodNamed,
  periodOf,
  placeAfterKey,
  shiftPeriod,
  startOfDay,
} from './calendar-span.ts';

const week = (name: string) => {
  const period = periodNamed('week', name);
  return period ? daysOf(period).map(nameOfDay) : undefined;
};

test('a week of the address is the ISO week, also where it lies in two years', () => {
  assert.deepEqual([week('2026-W48')?.[0], week('2026-W48')?.[6]], ['2026-11-23', '2026-11-29']);
  assert.deepEqual([week('2026-W53')?.[0], week('2026-W53')?.[6]], ['2026-12-28', '2027-01-03']);
  assert.equal(week('2027-W01')?.[0], '2027-01-04');
  assert.equal(week('2025-W01')?.[0], '2024-12-30');
  for (const wrong of ['2025-W53', '2026-W00', '2026-W54', '2026-48', 'W48', '99999-W01', ''])
    assert.equal(week(wrong), undefined, wrong);
});

test('every day of thirty years lies in the week and the month that bear its name', () => {
  for (let day = { year: 2020, month: 1, day: 1 }, at = 0; at < 30 * 365; at += 1) {
    for (const kind of ['week', 'month'] as const) {
      const period = periodOf(kind, day);
      const days = daysOf(period).map(nameOfDay);
      assert.ok(days.includes(nameOfDay(day)), `${kind} ${nameOfDay(day)}`);
      assert.deepEqual(periodNamed(kind, nameOfPeriod(period)), period);
      assert.deepEqual(shiftPeriod(shiftPeriod(period, 1), -1), period);
    }
    const [next] = [new Date(Date.UTC(day.year, day.month - 1, day.day + 1))];
    day = { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
  }
});

test('a month has its days, and what is no day is none', () => {
  const february = periodNamed('month', '2028-02');
  assert.equal(february && daysOf(february).length, 29);
  for (const wrong of ['2026-13', '2026-00', '2026-1']) assert.equal(periodNamed('month', wrong), undefined, wrong);
  assert.deepEqual(dayNamed('2026-11-23'), { year: 2026, month: 11, day: 23 });
  for (const wrong of ['2026-02-30', '2026-11-31', '2026-11', undefined, '1969-01-01'])
    assert.equal(dayNamed(wrong), undefined, wrong);
});

test('a day in which the clock changes has 23 or 25 hours', () => {
  const before = process.env.TZ;
  process.env.TZ = 'Europe/Berlin';
  try {
    const hours = (day: number, month: number) =>
      (startOfDay({ year: 2026, month, day: day + 1 }) - startOfDay({ year: 2026, month, day })) / 3_600_000;
    assert.deepEqual([hours(29, 3), hours(25, 10), hours(23, 11)], [23, 25, 24]);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

test('keys go from day to day, also out of the week', () => {
  const period = periodNamed('week', '2026-W53');
  assert.ok(period);
  const from = (day: string, key: string) => {
    const place = placeAfterKey(key, { period, day: dayNamed(day) ?? period.first });
    return place && [nameOfPeriod(place.period), nameOfDay(place.day)];
  };
  assert.deepEqual(from('2026-12-31', 'ArrowRight'), ['2026-W53', '2027-01-01']);
  assert.deepEqual(from('2027-01-03', 'ArrowRight'), ['2027-W01', '2027-01-04']);
  assert.deepEqual(from('2026-12-28', 'ArrowLeft'), ['2026-W52', '2026-12-27']);
  assert.deepEqual(from('2026-12-30', 'End'), ['2026-W53', '2027-01-03']);
  assert.deepEqual(from('2026-12-30', 'PageUp'), ['2026-W52', '2026-12-21']);
  assert.equal(from('2026-12-30', 'x'), undefined);
});
