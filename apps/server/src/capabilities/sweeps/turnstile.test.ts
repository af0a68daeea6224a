import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTurnstile } from './turnstile.ts';

test('so many at a time, and those who failed before never take the places of the others', async () => {
  const turnstile = createTurnstile(4);
  const open: (() => void)[] = [];
  const inside = { first: 0, again: 0 };
  let most = 0;
  const work = (lane: 'first' | 'again') =>
    turnstile.enter(lane, async () => {
      inside[lane] += 1;
      most = Math.max(most, inside.first + inside.again);
      await new Promise<void>((resolve) => open.push(resolve));
      inside[lane] -= 1;
    });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const failing = Array.from({ length: 10 }, () => work('again'));
  await turn();
  assert.deepEqual([turnstile.underWay, turnstile.waiting], [2, 8]);
  const healthy = Array.from({ length: 3 }, () => work('first'));
  await turn();
  assert.deepEqual([inside, turnstile.waiting], [{ first: 2, again: 2 }, 9]);
  while (open.length > 0) {
    open.shift()?.();
    await turn();
  }
  await Promise.all([...failing, ...healthy]);
  assert.deepEqual([most, turnstile.underWay, turnstile.waiting], [4, 0, 0]);
});

test('a failure inside frees its place', async () => {
  const turnstile = createTurnstile(1);
  await assert.rejects(turnstile.enter('first', () => Promise.reject(new Error('no'))));
  assert.equal(await turnstile.enter('again', async () => 5), 5);
});
