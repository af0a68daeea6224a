import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsQueryOf, type FindingFilters, filterNames, queryOf } from './finding-filters.ts';

const filters = (values: Partial<FindingFilters>): FindingFilters => ({
  ...(Object.fromEntries(filterNames.map((name) => [name, undefined])) as unknown as FindingFilters),
  ...values,
});

test('without an address, what is open and not muted', () => {
  assert.deepEqual(queryOf(filters({})), { state: 'open', muted: 'no' });
});

test('an address becomes a question; what it says wrongly is left out', () => {
  assert.deepEqual(queryOf(filters({ show: 'closed', grade: 'bad', code: 'NO_KEY', owner: 'li' })), {
    ...{ state: 'closed', muted: 'with', grade: 'bad', code: 'NO_KEY', owner: 'li' },
  });
  assert.deepEqual(queryOf(filters({ show: 'x', grade: 'worst', entity: 'planet' })), { state: 'open', muted: 'no' });
});

test('those nobody has taken are asked as such', () => {
  assert.deepEqual(queryOf(filters({ owner: '-' })), { state: 'open', muted: 'no', owned: 'no' });
});

test('counts ask about the same things, whatever grade and state are shown', () => {
  assert.deepEqual(countsQueryOf(filters({ show: 'closed', grade: 'bad', clusterId: 'c-1' })), { clusterId: 'c-1' });
});
