import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from './until.ts';

const { signal } = new AbortController();

test('the time that looks themselves take counts', async () => {
  let looks = 0;
  const slow = async () => {
    looks += 1;
    await pause(150);
    return undefined;
  };
  assert.equal(await until(slow, { signal, withinSeconds: 0.1 }), undefined);
  assert.equal(looks, 1);
});

test('it looks at least once, and again until there is an answer', async () => {
  assert.equal(await until(async () => 'there', { signal, withinSeconds: 0 }), 'there');
  let looks = 0;
  assert.equal(await until(async () => (++looks === 3 ? looks : undefined), { signal, withinSeconds: 60 }), 3);
});
