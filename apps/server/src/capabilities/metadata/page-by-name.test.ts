import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CursorUnreadable } from '../../platform/database/opaque.ts';
import { pageByName, readPageByName } from './page-by-name.ts';

const named = (...names: string[]) => names.map((name, at) => ({ id: `${at}`, name }));

test('pages follow one another without gap or repetition, also between equal names', () => {
  const records = named('c', 'a', 'b', 'b', 'b');
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = pageByName(records, { limit: 2, cursor });
    seen.push(...page.items.map(({ name, id }) => `${name}${id}`));
    cursor = page.next;
  } while (cursor);
  assert.deepEqual(seen, ['a1', 'b2', 'b3', 'b4', 'c0']);
});

test('a record removed between two pages hides no other', () => {
  const { next } = pageByName(named('a', 'b', 'c'), { limit: 2 });
  assert.deepEqual(
    pageByName([{ id: '2', name: 'c' }], { limit: 2, cursor: next }).items.map(({ name }) => name),
    ['c'],
  );
});

test('a cursor nobody gave out is refused', () => {
  for (const cursor of ['x', '', Buffer.from('{"a":1}').toString('base64url')])
    assert.throws(() => pageByName(named('a'), { limit: 1, cursor }), CursorUnreadable);
});

test('a page the store reads is the same page', async () => {
  const records = named('c', 'a', 'b', 'b', 'b').sort((a, b) => `${a.name}${a.id}`.localeCompare(`${b.name}${b.id}`));
  const asked: number[] = [];
  for (let cursor: string | undefined, pages = 0; pages < 3; pages++) {
    const page = await readPageByName({ limit: 2, cursor }, async ({ after, limit }) => {
      asked.push(limit);
      return records.filter((each) => !after || `${each.name}${each.id}` > `${after.name}${after.id}`).slice(0, limit);
    });
    assert.deepEqual(page, pageByName(records, { limit: 2, cursor }));
    cursor = page.next;
  }
  assert.deepEqual(asked, [3, 3, 3]);
});
