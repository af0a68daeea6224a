import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNewestRows } from './newest-rows.ts';

test('of two answers about one row the one asked later counts, whichever comes first', () => {
  const newest = createNewestRows();
  const first = newest.ask(['a', 'b']);
  const second = newest.ask(['b', 'c']);
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  assert.deepEqual(idsOf(second([{ id: 'b' }, { id: 'c' }])), ['b', 'c']);
  assert.deepEqual(
    idsOf(first([{ id: 'a' }, { id: 'b' }])),
    ['a'],
    'the late answer keeps what nobody asked for since',
  );
});
