import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeFilter, type FilterCatalogue } from './complete-filter.ts';

const text = { type: 'text', nullable: false } as const;
const catalogue: FilterCatalogue = {
  columnsAt: (names) =>
    names.length === 0
      ? [
          { name: 'name', ...text },
          { name: 'role', ...text, choices: ['primary', 'replica'] },
          { name: 'port', type: 'number', nullable: false },
          { name: 'production', type: 'boolean', nullable: false },
        ]
      : names[0] === 'cluster'
        ? [{ name: 'environment', ...text, nullable: true }]
        : undefined,
  waysAt: (names) => (names.length === 0 ? [{ name: 'cluster', note: 'Cluster' }] : []),
  valuesOf: (names) => (names.at(-1) === 'environment' ? ['prod', 'test'] : []),
};

/** `|` is the caret; gives what the text becomes with each suggestion taken. */
function complete(marked: string): readonly string[] {
  const caret = marked.indexOf('|');
  const plain = marked.replace('|', '');
  return completeFilter(plain, caret, catalogue).map(
    ({ insert, from, to }) => plain.slice(0, from) + insert + plain.slice(to),
  );
}

test('columns, ways to other things, operators, values and joins are offered where each may stand', () => {
  assert.deepEqual(complete('ro|'), ['role ', 'production ']);
  assert.deepEqual(complete('clu|'), ['cluster.']);
  assert.deepEqual(complete('cluster.|'), ['cluster.environment ']);
  assert.deepEqual(complete('cluster.environment = |'), [
    'cluster.environment = "prod" ',
    'cluster.environment = "test" ',
    'cluster.environment = null ',
  ]);
  assert.deepEqual(complete('role = "rep|'), ['role = "replica" ']);
  assert.deepEqual(complete('role i|'), ['role in ', 'role not in ']);
  assert.deepEqual(complete('role in |'), ['role in (']);
  assert.deepEqual(complete('role in ("primary"|'), ['role in ("primary"']);
  assert.deepEqual(complete('role in ("primary" |'), ['role in ("primary" , ', 'role in ("primary" )']);
  assert.deepEqual(complete('production = |'), ['production = true ', 'production = false ']);
  assert.deepEqual(complete('role = "primary" a|'), ['role = "primary" and ']);
  assert.deepEqual(complete('(role = "primary" |'), [
    '(role = "primary" and ',
    '(role = "primary" or ',
    '(role = "primary" )',
  ]);
});

test('only numbers and times are compared by size', () => {
  assert.ok(complete('port |').includes('port >= '));
  assert.ok(!complete('name |').includes('name >= '));
});

test('what stands behind the caret stays', () => {
  assert.deepEqual(complete('ro| = "primary"').slice(0, 1), ['role  = "primary"']);
});
