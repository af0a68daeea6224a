import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportAddress, queryOf } from './dictionary-filters.ts';

const none = { search: undefined, cluster: undefined, class: undefined, tags: undefined, gone: undefined };

test('an address is asked as it says, and what it says wrongly is left out', () => {
  assert.deepEqual(queryOf(none), {});
  assert.deepEqual(queryOf({ ...none, search: '手机 & 号', class: 'phone', tags: 'refused', gone: 'only' }), {
    ...{ search: '手机 & 号', class: 'phone', state: 'refused', gone: 'only' },
  });
  assert.deepEqual(queryOf({ ...none, tags: 'sensitive', cluster: 'c1' }), { sensitive: 'yes', clusterId: 'c1' });
  assert.deepEqual(queryOf({ ...none, class: 'shoe', tags: 'maybe', gone: 'yes' }), {});
});

test('what is shown is what is exported', () => {
  assert.equal(
    exportAddress('columns', { ...none, search: 'a&b', tags: 'confirmed' }, 'csv'),
    '/api/dictionary/export?search=a%26b&state=confirmed&what=columns&format=csv',
  );
});
