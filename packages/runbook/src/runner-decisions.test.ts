import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder, sideBySide } from './index.ts';
import { fails, on, setUp, world } from './testing.ts';

test('skip goes on past a skippable step and is refused for another', async () => {
  const w = world();
  w.faults.set('a', fails('BROKEN', false));
  const s = await setUp(w, inOrder(on(w.make, { name: 'a' }), on(w.make, { name: 'b' })));
  await s.drive();
  s.ask('skip', 'world.make:a');
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(await s.states(), { a: 'skipped', b: 'done' });

  const w2 = world();
  w2.faults.set('a', fails('BROKEN', false));
  const s2 = await setUp(w2, on(w2.open, { name: 'a' }));
  await s2.drive();
  s2.ask('skip');
  assert.equal(await s2.drive(), 'parked');
  assert.equal((await s2.task()).state, 'paused');
});

test('undo goes backwards over what really ran, and leaves alone what was there before', async () => {
  const w = world();
  w.things.add('old');
  w.faults.set('d', fails('BROKEN'));
  const s = await setUp(
    w,
    inOrder(
      on(w.make, { name: 'old' }),
      on(w.make, { name: 'a' }),
      on(w.note, { name: 'a' }),
      on(w.copy, { name: 'c' }),
      on(w.make, { name: 'd' }),
      on(w.make, { name: 'never' }),
    ),
  );
  await s.drive();
  w.acts.length = 0;
  s.ask('undo');
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['unmake d', 'uncopy c', 'unnote a', 'unmake a']);
  assert.deepEqual([...w.things], ['old']);
  assert.equal((await s.task()).state, 'undone');
});

test('undo stops at a step that has none, says what is left, and the task can still go forward', async () => {
  const w = world();
  w.faults.set('c', fails('BROKEN'));
  const s = await setUp(
    w,
    inOrder(
      on(w.make, { name: 'a' }),
      on(w.open, { name: 'b' }),
      on(w.make, { name: 'c2' }),
      on(w.make, { name: 'c' }),
    ),
  );
  await s.drive();
  s.ask('undo');
  assert.equal(await s.drive(), 'parked');
  const stopped = await s.task();
  assert.equal(stopped.state, 'paused');
  assert.equal(stopped.error?.code, 'UNDO_STOPPED');
  assert.match(stopped.error?.words.en ?? '', /world\.make:a, world\.open:b/);
  assert.deepEqual(await s.states(), { a: 'done', b: 'done', c2: 'undone', c: 'undone' });
  w.faults.clear();
  s.ask('retry');
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(await s.states(), { a: 'done', b: 'done', c2: 'done', c: 'done' });
});

test('abort ends the task as failed and says what is left', async () => {
  const w = world();
  w.faults.set('b', fails('BROKEN'));
  const s = await setUp(w, inOrder(on(w.make, { name: 'a' }), on(w.make, { name: 'b' })));
  await s.drive();
  s.ask('abort');
  assert.equal(await s.drive(), 'ended');
  const { state, error } = await s.task();
  assert.equal(state, 'failed');
  assert.match(error?.words.en ?? '', /world\.make:a/);
});

test('cancel ends running bodies and detached work, pauses, and retry resumes', async () => {
  const w = world();
  const begun = Promise.withResolvers<void>();
  w.faults.set('a', async (signal) => {
    begun.resolve();
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  w.faults.set('c', () => {
    const job = [...w.jobs.values()][0];
    if (job) job.looks = 0;
  });
  const s = await setUp(w, sideBySide(on(w.make, { name: 'a' }), on(w.copy, { name: 'c' })));
  const driven = s.drive();
  await begun.promise;
  while ((await s.task()).steps[1]?.handle === undefined) await new Promise((resolve) => setImmediate(resolve));
  s.ask('cancel');
  assert.equal(await driven, 'parked');
  const paused = await s.task();
  assert.equal(paused.error?.code, 'TASK_CANCELLED');
  assert.deepEqual(await s.states(), { a: 'cancelled', c: 'cancelled' });
  assert.equal(w.jobs.size, 0);
  w.faults.clear();
  s.ask('retry');
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual([...w.acts].sort(), ['make a', 'start c', 'start c', 'stop c']);
});

test('a cancel before anything ran ends the task at once', async () => {
  const w = world();
  const s = await setUp(w, on(w.make, { name: 'a' }));
  s.ask('cancel');
  assert.equal(await s.drive(), 'ended');
  assert.equal((await s.task()).state, 'cancelled');
  assert.deepEqual(w.acts, []);
});
