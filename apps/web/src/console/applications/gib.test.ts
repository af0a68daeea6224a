import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, gibOf } from './gib.ts';

test('what is typed in GiB is stored in whole bytes and read back; no limit is not none', () => {
  assert.equal(bytesOf(1.5), 1_610_612_736);
  assert.equal(gibOf(1_610_612_736), 1.5);
  assert.equal(bytesOf(0), 0);
  assert.equal(bytesOf(null), null);
  assert.equal(gibOf(null), undefined);
});
