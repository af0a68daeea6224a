import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, emptyDraft, valuesOf } from './draft.ts';

test('what the form holds and what a file says are the same, also what the form has no field for', () => {
  const values = {
    id: 'shop-no-delete',
    grade: 'X',
    words: { en: 'No.', zh: '不可。' },
    parameters: { tables: ['audit_*'], most: 5, word: 'x' },
    theme: 'change-safety',
    versions: { mariadb: false },
    match: {
      kind: ['named-table', 'column'],
      name: '$tables',
      fields: {
        limit: 'absent',
        form: { oneOf: ['single', 'multi'] },
        tables: { count: { atLeast: 2 } },
        n: { atMost: 3 },
      },
      within: { kind: 'delete' },
      has: { kind: 'literal', name: 'a' },
      not: { within: { kind: 'query' } },
    },
    schema: 'create table a (id int);',
    hit: ['a', 'b', 'c', 'd'],
    noHit: ['e', 'f', 'g'],
  };
  assert.deepEqual(valuesOf(draftOf(values)), values);
});

test('a field the form cannot show is kept as it is', () => {
  const match = { kind: 'query', fields: { limit: 'absent', where: { kind: 'binary' } } };
  assert.deepEqual(valuesOf(draftOf({ match })).match, match);
});

test('an empty form sends no empty cases', () => {
  assert.deepEqual(valuesOf(emptyDraft), {
    ...{ id: '', grade: 'W', words: { en: '', zh: '' }, match: {}, hit: [], noHit: [] },
  });
});
