import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseVersion } from '../version.ts';
import { sampleColumns } from './column-statements.ts';

test('of a long text only the beginning goes into the sample', () => {
  const asked = { table: { schema: 'shop', name: 'orders' }, columns: ['note', 'status'], long: ['note'], key: ['id'] };
  const text = sampleColumns.text(parseVersion('8.4.6', 'mysql'), asked);
  const read = text?.match(/\(SELECT [^(]*\([^)]*\) AS `note`, `status` FROM/g) ?? [];
  assert.deepEqual([...new Set(read)], ['(SELECT LEFT(`note`, 64) AS `note`, `status` FROM'], text);
  assert.equal(read.length, 2);
});
