import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whenReady } from './restate-client.ts';

test('an engine that is gone is not asked again until the limit: the next one can be started at once', async () => {
  let asked = 0;
  const work = async () => {
    asked += 1;
    throw new Error('connect ECONNREFUSED');
  };
  await assert.rejects(
    whenReady(work, 60_000, () => asked === 3),
    /ECONNREFUSED/,
  );
  assert.equal(asked, 3);
});

test('an engine that is only slow is asked until it answers', async () => {
  let asked = 0;
  const work = async () => {
    asked += 1;
    if (asked < 3) throw new Error('connect ECONNREFUSED');
    return 'ready';
  };
  assert.equal(await whenReady(work, 60_000), 'ready');
});
