import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineStep, inOrder, sideBySide } from './index.ts';
import { fails, named, on, setUp, words, world } from './testing.ts';

test('a plan runs in its order, side by side where it may, and a record step sees earlier results', async () => {
  const w = world();
  const s = await setUp(
    w,
    inOrder(
      sideBySide(on(w.make, { name: 'a' }), on(w.make, { name: 'b' })),
      on(w.copy, { name: 'c' }),
      on(w.note, { name: 'a' }),
    ),
  );
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual([...w.acts].sort(), ['make a', 'make b', 'note a after {"name":"a"}', 'start c']);
  assert.equal(w.acts.at(-1), 'note a after {"name":"a"}');
  assert.equal((await s.task()).state, 'done');
});

test('at most so many steps at once as the plan allows', async () => {
  const w = world();
  let now = 0;
  let most = 0;
  const names = ['a', 'b', 'c', 'd', 'e'];
  for (const name of names)
    w.faults.set(name, async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
    });
  const s = await setUp(w, sideBySide(...names.map((name) => on(w.make, { name }))), { atOnce: 2 });
  await s.drive();
  assert.equal(most, 2);
});

test('a failed step pauses the task after independent steps went on; retry runs only what failed', async () => {
  const w = world();
  w.faults.set('bad', fails('BROKEN'));
  const s = await setUp(
    w,
    sideBySide(
      inOrder(on(w.make, { name: 'bad' }), on(w.make, { name: 'behind' })),
      inOrder(on(w.make, { name: 'x' }), on(w.make, { name: 'y' })),
    ),
  );
  assert.equal(await s.drive(), 'parked');
  const paused = await s.task();
  assert.equal(paused.state, 'paused');
  assert.equal(paused.error?.code, 'BROKEN');
  assert.deepEqual(await s.states(), { bad: 'failed', behind: 'pending', x: 'done', y: 'done' });
  w.faults.clear();
  s.ask('retry');
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['make x', 'make y', 'make bad', 'make behind']);
});

test('a retryable failure is tried again with back-off, a refusal is not', async () => {
  const w = world();
  let tries = 0;
  w.faults.set('a', () => {
    tries += 1;
    if (tries < 3) fails('BUSY')();
  });
  const s = await setUp(w, on(w.open, { name: 'a' }));
  assert.equal(await s.drive(), 'ended');
  assert.equal(tries, 3);

  const w2 = world();
  let refusals = 0;
  w2.faults.set('a', () => {
    refusals += 1;
    fails('REFUSED', false)();
  });
  const s2 = await setUp(w2, on(w2.open, { name: 'a' }));
  assert.equal(await s2.drive(), 'parked');
  assert.equal(refusals, 1);
});

test('a plan that would differ now is refused before its first step', async () => {
  const w = world();
  const s = await setUp(w, on(w.make, { name: 'a' }));
  s.changePlan(on(w.make, { name: 'b' }));
  assert.equal(await s.drive(), 'ended');
  const { state, error } = await s.task();
  assert.equal(state, 'failed');
  assert.equal(error?.code, 'PLAN_CHANGED');
  assert.deepEqual(w.acts, []);
});

test('two tasks on one resource never run together, and the second says whom it waits for', async () => {
  const w = world();
  const gate = Promise.withResolvers<void>();
  w.faults.set('a', () => gate.promise);
  const s = await setUp(w, on(w.make, { name: 'a' }), { locks: ['cluster/1'] });
  s.store.add('t2', s.plan, 1);
  const first = s.drive();
  while ((await s.task()).state !== 'running') await new Promise((resolve) => setImmediate(resolve));
  assert.equal(await s.drive('t2'), 'parked');
  assert.equal((await s.task('t2')).state, 'waiting');
  assert.match(s.store.eventsOf('t2').at(-1)?.words?.en ?? '', /task t1, which holds cluster\/1/);
  gate.resolve();
  await first;
  assert.deepEqual(s.freed, ['t2']);
  assert.equal(await s.drive('t2'), 'ended');
});

test('a step whose effect is not there after it ran has failed', async () => {
  const w = world();
  const liar = defineStep()({
    name: 'world.open',
    title: words('lie'),
    effect: 'irreversible',
    input: named,
    limitSeconds: 5,
    isDone: async () => undefined,
    run: async () => ({}),
  });
  const s = await setUp({ ...w, steps: [w.make, liar, w.note, w.copy] }, on(liar, { name: 'a' }));
  assert.equal(await s.drive(), 'parked');
  assert.equal((await s.task()).error?.code, 'STEP_NOT_EFFECTIVE');
});

test('the time limit aborts a body and waits for its end; one that ignores it is never run twice at once', async () => {
  const w = world();
  const hang = Promise.withResolvers<void>();
  let runs = 0;
  const deaf = defineStep()({
    name: 'world.open',
    title: words('deaf'),
    effect: 'irreversible',
    input: named,
    limitSeconds: 0.02,
    run: async ({ signal }, { name }) => {
      runs += 1;
      if (name === 'deaf') await hang.promise;
      else await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      return {};
    },
  });
  const s = await setUp({ ...w, steps: [w.make, deaf, w.note, w.copy] }, inOrder(on(deaf, { name: 'listens' })));
  await s.drive();
  assert.equal((await s.task()).error?.code, 'TIME_LIMIT');

  runs = 0;
  const s2 = await setUp({ ...w, steps: [w.make, deaf, w.note, w.copy] }, inOrder(on(deaf, { name: 'deaf' })));
  await s2.drive();
  assert.equal((await s2.task()).error?.code, 'STEP_DID_NOT_END');
  s2.ask('retry');
  await s2.drive();
  assert.equal((await s2.task()).error?.code, 'STEP_DID_NOT_END');
  assert.equal(runs, 1);
  hang.resolve();
});
