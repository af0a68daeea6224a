import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankFound } from './rank-found.ts';

test('what is called exactly so comes first, then what begins so, and what does not hold the text is left out', () => {
  const things = ['reorders', 'orders-2', 'shop.orders', 'Orders', 'pay'].map((name) => ({ name }));
  const names = (most: number) => rankFound(things, 'orders', most).map(({ name }) => name);
  assert.deepEqual(names(9), ['Orders', 'orders-2', 'reorders', 'shop.orders']);
  assert.deepEqual(names(2), ['Orders', 'orders-2']);
});
