import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEvents } from '../../platform/events/events.ts';
import { createLog } from '../../platform/log/log.ts';
import { createChangeFeed } from './change-feed.ts';

const seen = (instanceId: string) => ({ instanceId, clusterId: null, state: 'answers' as const });

test('one who listens hears what comes, in order; one who was away too long is told to read anew', async () => {
  const events = createEvents(createLog({ write: () => {} }));
  const feed = createChangeFeed({ now: () => 1000 }, events);
  const [ready] = feed.read(0);
  assert.equal(ready?.type, 'ready');
  let woken = 0;
  const stop = feed.onNews(() => {
    woken += 1;
  });
  for (let n = 0; n < 5; n++) events.emit('instance.seen', seen(`i-${n}`));
  await events.settled();
  assert.equal(woken, 5);
  const heard = feed.read(ready?.id ?? 0);
  assert.deepEqual(
    heard.map(({ id, data }) => [id, (data as { instanceId: string }).instanceId]),
    [0, 1, 2, 3, 4].map((n) => [1_000_001 + n, `i-${n}`]),
  );
  assert.deepEqual(feed.read(1_000_005), []);
  assert.equal(feed.read(1_000_003).length, 2);
  stop();
  for (let n = 0; n < 5000; n++) events.emit('instance.seen', seen('i'));
  await events.settled();
  assert.equal(woken, 5);
  assert.deepEqual(
    feed.read(1_000_005).map(({ type }) => type),
    ['reload'],
  );
  assert.equal(feed.read(1_004_000).length, 200);
  // Ids of a life before, or of nobody.
  assert.equal(feed.read(5)[0]?.type, 'reload');
  assert.equal(feed.read(9_000_000)[0]?.type, 'reload');
});
