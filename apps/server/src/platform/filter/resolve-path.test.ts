import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Collection } from './collection.ts';
import { resolvePath } from './resolve-path.ts';

const words = { en: 'x', zh: 'x' };
const tree: Collection = {
  name: 'tree',
  table: 'tree',
  key: ['id'],
  columns: [{ name: 'name', type: 'text', words }],
  keyed: {
    label: {
      words,
      open: (name) => ({
        step: { from: 'id', table: 'label', target: 'tree_id', fixed: { name } },
        column: { name, type: 'json', words },
      }),
    },
  },
};
const resolve = (...names: string[]) => resolvePath({ names, at: 1 }, tree, { tree });

test('a path leads to its column, over what is kept beside the row too', () => {
  assert.equal(resolve('tree', 'name').column.name, 'name');
  assert.deepEqual(resolve('label', 'cost', 'center').steps[0]?.fixed, { name: 'cost.center' });
});

test('a name every object of the language knows is no column', () => {
  for (const name of ['constructor', 'toString', '__proto__'])
    for (const names of [[name], [name, 'x']])
      assert.throws(() => resolve(...names), { code: 'FILTER_INVALID' }, names.join('.'));
});
