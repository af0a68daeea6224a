import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayOperate, mayStart } from './policy.ts';

test('a start is offered where the guard of its ticket lets it through: also to one recorded running, which may have crashed', () => {
  for (const state of ['deploying', 'running', 'stopped', 'unknown', 'decommissioned'] as const)
    assert.deepEqual(mayStart(state), mayOperate(state), state);
  assert.equal(mayStart('running').allowed, true);
});
