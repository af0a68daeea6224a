import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRuns } from './runs.ts';

const clock = { now: () => 0 };
const id = 'a-review-of-mine-1';
const cancelled = { code: 'REVIEW_CANCELLED' };

test('what was cancelled before it is waited for is not waited for', async () => {
  const runs = createRuns(clock);
  using run = runs.begin('ann', id);
  assert.equal(runs.cancel('bo', id), false);
  assert.equal(runs.cancel('ann', id), true);
  await assert.rejects(run.orCancelled(new Promise(() => {})), cancelled);
  assert.throws(run.requireWanted, cancelled);
});

test('a review that is being kept is not called cancelled', () => {
  const runs = createRuns(clock);
  using run = runs.begin('ann', id);
  run.requireWanted();
  run.seen({ phase: 'keeping' });
  assert.equal(runs.cancel('ann', id), false);
});

test('a name used again is the newer review, and stays when the older one ends', () => {
  const runs = createRuns(clock);
  using _newer = (() => {
    using _older = runs.begin('ann', id);
    return runs.begin('ann', id);
  })();
  assert.equal(runs.find('ann', id)?.phase, 'reading');
});
