import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder } from './index.ts';
import { fails, on, setUp, world } from './testing.ts';

test('a detached job that vanished is started again', async () => {
  const w = world();
  let vanished = false;
  w.faults.set('c', () => {
    if (!vanished) w.jobs.clear();
    vanished = true;
  });
  const s = await setUp(w, on(w.copy, { name: 'c' }));
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['start c', 'start c']);
});

test('an unreachable job is looked at again, not failed', async () => {
  const w = world();
  let looks = 0;
  w.faults.set('c', () => {
    looks += 1;
    if (looks < 3) throw new Error('connection lost');
  });
  const s = await setUp(w, on(w.copy, { name: 'c' }));
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['start c']);
});

test('drain leaves detached work at its checkpoint and a new runner goes on with it', async () => {
  const w = world();
  w.faults.set('c', () => {
    for (const job of w.jobs.values()) job.looks = 0;
  });
  const s = await setUp(w, inOrder(on(w.copy, { name: 'c' }), on(w.make, { name: 'a' })));
  const driven = s.drive();
  while ((await s.task()).steps[0]?.handle === undefined) await new Promise((resolve) => setImmediate(resolve));
  await s.runner().drain();
  assert.equal(await driven, 'parked');
  assert.deepEqual(await s.states(), { c: 'running', a: 'pending' });
  assert.equal(await s.runner().drive('t1'), 'parked');
  w.faults.clear();
  s.restart();
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['start c', 'make a']);
});

test('a drain that led to no end is taken back: the same runner goes on', async () => {
  const w = world();
  const s = await setUp(w, on(w.make, { name: 'a' }));
  await s.runner().drain();
  assert.equal(await s.drive(), 'parked');
  assert.deepEqual(w.acts, []);
  s.runner().resume();
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['make a']);
});

test('a body cut by the end of the process leaves its row to be picked up again', async () => {
  const w = world();
  const begun = Promise.withResolvers<void>();
  w.faults.set('a', async (signal) => {
    begun.resolve();
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  const s = await setUp(w, on(w.make, { name: 'a' }));
  const driven = s.drive();
  await begun.promise;
  await s.runner().abort('t1');
  assert.equal(await driven, 'parked');
  assert.deepEqual(await s.states(), { a: 'running' });
  w.faults.clear();
  s.restart();
  assert.equal(await s.drive(), 'ended');
});

test('a crash between effect and record: the step is found done and not run twice', async () => {
  const w = world();
  const s = await setUp(w, inOrder(on(w.make, { name: 'a' }), on(w.make, { name: 'b' })));
  const { append } = s.store;
  let dead = false;
  s.store.append = async (taskId, change) => {
    if (change.steps?.some(({ patch }) => patch.state === 'done')) dead = true;
    if (dead) throw new Error('killed');
    return append(taskId, change);
  };
  await assert.rejects(s.drive(), /killed/);
  assert.deepEqual(await s.states(), { a: 'running', b: 'pending' });
  s.store.append = append;
  s.restart();
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['make a', 'make b']);
});

test('every attempt tells when it began, also one that a dying process left open, forward and backward', async () => {
  const w = world();
  const s = await setUp(w, on(w.make, { name: 'a' }));
  const { append } = s.store;
  const dieAt = (state: string) => {
    let dead = false;
    s.store.append = async (taskId, change) => {
      dead ||= change.steps?.some(({ patch }) => patch.state === state) ?? false;
      if (dead) throw new Error('killed');
      return append(taskId, change);
    };
  };
  const driveAgain = async () => {
    s.store.append = append;
    s.restart();
    return s.drive();
  };
  const cutTwice = async (state: string) => {
    for (let life = 0; life < 2; life++) {
      s.restart();
      dieAt(state);
      await assert.rejects(s.drive(), /killed/);
    }
  };
  await cutTwice('done');
  w.faults.set('a', fails('BAD', false));
  w.things.clear();
  assert.equal(await driveAgain(), 'parked');
  s.ask('undo');
  await cutTwice('undone');
  assert.equal(await driveAgain(), 'ended');
  const rows = s.store.attemptsOf('t1');
  assert.deepEqual(
    rows.map(({ attempt, outcome }) => [attempt, outcome]),
    [
      [1, 'interrupted'],
      [2, 'interrupted'],
      [3, 'failed'],
      [4, 'interrupted'],
      [5, 'interrupted'],
      [6, 'undone'],
    ],
  );
  const began = rows.map(({ startedAt }) => startedAt ?? Number.NaN);
  assert.deepEqual(
    began,
    began.toSorted((a, b) => a - b),
  );
  assert.ok(began.every((at) => at > 0));
});
