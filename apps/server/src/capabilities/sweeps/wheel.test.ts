import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketMilliseconds, createWheel } from './wheel.ts';

const period = 10_000;

test('everybody is due once a period, spread evenly, whatever the steps of the clock', () => {
  const wheel = createWheel<number>(period);
  for (let item = 0; item < 10_000; item++) wheel.add(item);
  const counts = new Map<number, number>();
  let most = 0;
  let at = 1_700_000_000_123;
  for (const end = at + 3 * period; at < end; ) {
    const next = Math.min(end, at + 1 + Math.floor(Math.random() * 400));
    const due = wheel.due(at, next);
    most = Math.max(most, due.length / Math.ceil((next - at) / bucketMilliseconds + 1));
    for (const item of due) counts.set(item, (counts.get(item) ?? 0) + 1);
    at = next;
  }
  assert.equal(counts.size, 10_000);
  assert.deepEqual(new Set(counts.values()), new Set([3]));
  // 50 a bucket would be perfect.
  assert.ok(most <= 55, `${most} in one bucket`);
});

test('a long gap gives one turn each, and one taken away has none', () => {
  const wheel = createWheel<number>(period);
  for (let item = 0; item < 100; item++) wheel.add(item);
  wheel.add(7);
  wheel.remove(8);
  const due = wheel.due(0, 50 * period);
  assert.deepEqual([due.length, new Set(due).size, due.includes(8), wheel.size], [99, 99, false, 99]);
});

test('the next turn is the one that comes', () => {
  const wheel = createWheel<string>(period);
  wheel.add('a');
  const now = 1_700_000_000_000;
  const next = wheel.nextTurn('a', now);
  assert.ok(next > now && next <= now + period);
  assert.deepEqual(wheel.due(next - bucketMilliseconds, next), ['a']);
  assert.deepEqual(wheel.due(now, next - bucketMilliseconds), []);
});
