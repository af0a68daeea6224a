import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestOf, nearestTo, rangeOf, timesOf, valueText } from './chart-values.ts';

test('what is not known is neither 0 nor part of the mean', () => {
  assert.deepEqual(digestOf([null, 2, null, 4, null]), { last: 4, least: 2, mean: 3, greatest: 4 });
  assert.deepEqual(digestOf([null, null]), { last: null, least: null, mean: null, greatest: null });
  assert.equal(digestOf([1, 2], [5, null]).greatest, 5);
  assert.equal(valueText(null, 'count', '/s'), '—');
});

test('values read in their unit', () => {
  assert.equal(valueText(0, 'seconds', '/s'), '0 s');
  assert.equal(valueText(1.25, 'seconds', '/s'), '1.3 s');
  assert.equal(valueText(2048, 'bytes-per-second', '/秒'), '2.00 KiB/秒');
  assert.equal(valueText(99.97, 'percent', ''), '100 %');
  assert.equal(valueText(99.9, 'percent', ''), '99.9 %');
});

test('each point has its time, and a range nobody knows is an hour', () => {
  const series = [{ metric: 'lag' as const, values: [1, null, 3] }];
  assert.deepEqual(timesOf({ from: 10_000, stepSeconds: 10, series }), [10, 20, 30]);
  assert.deepEqual([rangeOf('7d'), rangeOf('toString'), rangeOf(undefined)], ['7d', '1h', '1h']);
});

test('a moment keeps its place in newer times, and one that has left them stands at their end', () => {
  assert.equal(nearestTo([10, 20, 30], 20), 1);
  assert.equal(nearestTo([20, 30, 40], 20), 0);
  assert.equal(nearestTo([10, 20, 30], 24), 1);
  assert.equal(nearestTo([10, 20, 30], 26), 2);
  assert.equal(nearestTo([30, 40, 50], 20), 0);
  assert.equal(nearestTo([10, 20, 30], 99), 2);
  assert.equal(nearestTo([10], 99), 0);
  assert.equal(nearestTo([], 1), undefined);
});
