import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actOf } from './key-press.ts';

const places = [
  { letter: 't', to: '/tickets' },
  { letter: 'g', to: '/gardens' },
];

test('g and a letter go to a page, when they come together', () => {
  const g = { key: 'g', at: 0 };
  assert.deepEqual(actOf(g, undefined, places), { do: 'wait' });
  assert.deepEqual(actOf({ key: 't', at: 900 }, g, places), { do: 'go', to: '/tickets' });
  assert.equal(actOf({ key: 't', at: 5_000 }, g, places), undefined);
  assert.equal(actOf({ key: 'x', at: 900 }, g, places), undefined);
  assert.equal(actOf({ key: 't', at: 900 }, undefined, places), undefined);
  assert.deepEqual(actOf({ key: '/', at: 900 }, g, places), { do: 'search' });
});
