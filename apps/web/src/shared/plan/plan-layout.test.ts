import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePlans } from './plan-difference.ts';
import { depthsOf, layOutPlan } from './plan-layout.ts';

const steps = [
  { id: 'check', after: [] },
  { id: 'ship-1', target: 'db-1', after: ['check'] },
  { id: 'ship-2', target: 'db-2', after: ['check'] },
  { id: 'start-1', target: 'db-1', after: ['ship-1'] },
  { id: 'start-2', target: 'db-2', after: ['ship-2'] },
  { id: 'attach-2', target: 'db-2', after: ['start-1', 'start-2'] },
  { id: 'record', after: ['attach-2'] },
];

test('what runs side by side stands in one row, a column a target', () => {
  const layout = layOutPlan(steps);
  assert.deepEqual(layout.columns, ['db-1', 'db-2']);
  const drawn = layout.rows.map(({ across, cells }) => [
    across.map(({ id }) => id),
    ...cells.map((cell) => cell.map(({ id }) => id)),
  ]);
  assert.deepEqual(drawn, [
    [['check'], [], []],
    [[], ['ship-1'], ['ship-2']],
    [[], ['start-1'], ['start-2']],
    [[], [], ['attach-2']],
    [['record'], [], []],
  ]);
});

test('a target that never runs beside another has no column: its steps are drawn across', () => {
  const withCluster = [
    { id: 'reserve', target: 'orders', after: [] },
    { id: 'ship-1', target: 'db-1', after: ['reserve'] },
    { id: 'ship-2', target: 'db-2', after: ['reserve'] },
    { id: 'record', target: 'orders', after: ['ship-1', 'ship-2'] },
  ];
  const layout = layOutPlan(withCluster);
  assert.deepEqual(layout.columns, ['db-1', 'db-2']);
  assert.deepEqual(
    layout.rows.map(({ across }) => across.map(({ id }) => id)),
    [['reserve'], [], ['record']],
  );
  assert.deepEqual(layOutPlan(withCluster.filter(({ id }) => id !== 'ship-2')).columns, []);
});

test('a step stands below everything it waits for, even by the longest way', () => {
  const depths = depthsOf([
    { id: 'a', after: [] },
    { id: 'b', after: ['a'] },
    { id: 'c', after: ['a', 'b'] },
  ]);
  assert.deepEqual(
    [...depths],
    [
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ],
  );
});

test('a plan that waits in a circle or for the unknown is still drawn whole', () => {
  const layout = layOutPlan([
    { id: 'a', after: ['b'] },
    { id: 'b', after: ['a'] },
    { id: 'c', after: ['nowhere'] },
  ]);
  assert.deepEqual(layout.rows.flatMap(({ across }) => across.map(({ id }) => id)).sort(), ['a', 'b', 'c']);
});

test('the difference of two plans names what was added, removed and decided otherwise, not the order of keys', () => {
  const plan = [
    { id: 'a', step: 'ship', after: [], input: { x: 1, y: { p: 1, q: 2 } } },
    { id: 'b', step: 'start', after: ['a'], input: {} },
    { id: 'c', step: 'record', after: ['b'], input: {} },
  ];
  const now = [
    { id: 'a', step: 'ship', after: [], input: { y: { q: 2, p: 1 }, x: 1 } },
    { id: 'b', step: 'start', after: ['a'], input: { port: 3307 } },
    { id: 'd', step: 'verify', after: ['b'], input: {} },
  ];
  assert.deepEqual(comparePlans(plan, now), { added: ['d'], removed: ['c'], changed: ['b'] });
});
