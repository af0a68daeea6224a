import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBacklog } from './backlog.ts';
import { bucketMilliseconds, createWheel, mostBegun } from './wheel.ts';

test('who waits longest is begun first, and nobody waits twice', () => {
  const backlog = createBacklog<string>();
  assert.deepEqual(
    ['a', 'b', 'c', 'a'].map((item, at) => backlog.add(item, at)),
    [true, true, true, false],
  );
  backlog.remove('b');
  assert.deepEqual(backlog.next(1), [{ item: 'a', since: 0 }]);
  assert.equal(backlog.add('a', 9), true);
  assert.deepEqual(backlog.next(5), [
    { item: 'c', since: 2 },
    { item: 'a', since: 9 },
  ]);
  assert.deepEqual(backlog.next(5), []);
});

test('after this process was held up the fleet is not begun at once, and two periods later nobody waits', () => {
  const period = 10_000;
  const wheel = createWheel<number>(period);
  for (let item = 0; item < 10_000; item++) wheel.add(item);
  const backlog = createBacklog<number>();
  let at = 1_700_000_000_000;
  let most = 0;
  const tick = (milliseconds: number) => {
    for (const item of wheel.due(at, at + milliseconds)) backlog.add(item, at);
    at += milliseconds;
    const begun = backlog.next(mostBegun(wheel.size, period)).length;
    most = Math.max(most, begun);
    return begun;
  };
  tick(period);
  let begun = 0;
  for (let ticks = 0; ticks < (2 * period) / bucketMilliseconds; ticks++) begun = tick(bucketMilliseconds);
  assert.ok(most <= 75, `${most} at once`);
  assert.ok(begun <= 60, `${begun} in a period's last tick`);
  assert.equal(backlog.next(10_000).length, 0);
});
