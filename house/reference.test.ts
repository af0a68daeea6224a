import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findStalePages, makeReference } from './generate-reference.ts';

test('docs/reference says what the code says', async () => {
  assert.deepEqual(await findStalePages(), [], 'stale: run ./myriad docs and commit what it wrote');
});

test('every page says something', async () => {
  for (const [name, text] of await makeReference()) assert.ok(text.split('\n').length > 8, name);
});
