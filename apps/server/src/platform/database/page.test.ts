import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CursorUnreadable } from './opaque.ts';
import { readCursor, readPage, writeCursor } from './page.ts';

const rows = [5, 4, 4, 2, 1].map((createdAt, position) => ({ createdAt, id: `r${position}` }));

test('pages through a list without loss or repetition', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage(
      { limit: 2, cursor },
      async (after, limit) => rows.slice(after ? rows.findIndex((row) => row.id === after.id) + 1 : 0).slice(0, limit),
      (row) => row,
      (row) => row.id,
    );
    seen.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  assert.deepEqual(seen, ['r0', 'r1', 'r2', 'r3', 'r4']);
});

test('refuses a cursor it did not write', () => {
  assert.deepEqual(readCursor(writeCursor({ createdAt: 7, id: 'x' })), { createdAt: 7, id: 'x' });
  for (const text of [
    '',
    'x',
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('["a","b"]').toString('base64url'),
  ]) {
    assert.throws(() => readCursor(text), CursorUnreadable);
  }
});
