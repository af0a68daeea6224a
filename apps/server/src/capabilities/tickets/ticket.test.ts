import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TicketState } from '@myriad/contract';
import { hashOfPlans, isEnded, parseNumber, rollUp } from './ticket.ts';

const ends: readonly TicketState[] = ['done', 'failed', 'cancelled', 'rejected', 'withdrawn'];

/** All lists of `length` of these states. */
const listsOf = (length: number): TicketState[][] =>
  length === 0 ? [[]] : listsOf(length - 1).flatMap((list) => ends.map((end) => [...list, end]));

test('a ticket ends exactly when its last part does, with the same state in whatever order they end', () => {
  for (const wanted of listsOf(4)) {
    const parts: TicketState[] = ['approved', 'approved', 'approved', 'approved'];
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
    ]) {
      const now = [...parts];
      for (const [count, at] of order.entries()) {
        assert.equal(isEnded(rollUp(now)), false, `${now} before part ${at} ended`);
        now[at] = wanted[at] ?? 'done';
        if (count < 3) assert.equal(rollUp(now), 'running');
      }
      assert.equal(rollUp(now), rollUp([...wanted].sort()));
      assert.equal(isEnded(rollUp(now)), true);
    }
  }
});

test('all done is done, one failure is a failure, a part that waits for a person makes the ticket wait', () => {
  assert.equal(rollUp(['done', 'done']), 'done');
  assert.equal(rollUp(['done', 'failed', 'cancelled']), 'failed');
  assert.equal(rollUp(['done', 'cancelled']), 'cancelled');
  assert.equal(rollUp(['approved', 'approved']), 'approved');
  assert.equal(rollUp(['approved', 'running']), 'running');
  assert.equal(rollUp(['waiting', 'running', 'failed']), 'waiting');
});

test('one plan is agreed to by its own hash, several by one over all of them in order', () => {
  const [a, b] = [{ hash: 'a' }, { hash: 'b' }];
  assert.equal(hashOfPlans([a]), 'a');
  assert.notEqual(hashOfPlans([a, b]), hashOfPlans([b, a]));
  assert.match(hashOfPlans([a, b]), /^[0-9a-f]{64}$/);
});

test('numbers are read as people write them', () => {
  assert.deepEqual(parseNumber('r-17'), { letter: 'R', number: 17 });
  for (const text of ['R17', 'R-0', 'R-x', '-1', '0190a5c0-0000-7000-8000-000000000000', 'abcd-1f'])
    assert.equal(parseNumber(text), undefined, text);
});
