import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepFrom } from './finding-steps.ts';

test('findings are gone through in both directions, and around the end', () => {
  assert.deepEqual([stepFrom(undefined, 1, 3), stepFrom(undefined, -1, 3)], [0, 2]);
  assert.deepEqual([stepFrom(0, 1, 3), stepFrom(2, 1, 3), stepFrom(0, -1, 3)], [1, 0, 2]);
  assert.equal(stepFrom(0, 1, 1), 0);
});
