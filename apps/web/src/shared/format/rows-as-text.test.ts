import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf, jsonOf } from './rows-as-text.ts';

test('cells with commas, quotes and line ends are quoted, and nothing becomes a formula', () => {
  const rows = [
    { name: 'a,b', says: 'it says "no"', since: 7, owner: null },
    { name: '=1+1', says: 'two\nlines', since: -3, owner: '@li' },
  ];
  assert.equal(csvOf(rows), `name,says,since,owner\r\n"a,b","it says ""no""",7,\r\n'=1+1,"two\nlines",-3,'@li\r\n`);
  assert.deepEqual(JSON.parse(jsonOf(rows)), rows);
});
