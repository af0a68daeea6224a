import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldPathOf } from './field-path.ts';

test('a fault finds its field', () => {
  assert.deepEqual(fieldPathOf('hosts.0'), ['hosts', 0]);
  assert.deepEqual(fieldPathOf('/fixed/pageSize'), ['fixed', 'pageSize']);
  assert.deepEqual(fieldPathOf('form.name'), ['name']);
  assert.deepEqual(fieldPathOf('body.window.from'), ['window', 'from']);
});
