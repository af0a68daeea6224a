import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cell } from '../filter/read-rows.ts';
import { csvText, writeRows } from './write-rows.ts';

const columns = [
  { name: 'name', type: 'text' },
  { name: 'at', type: 'time' },
  { name: 'more', type: 'json' },
] as const;

async function* rowsOf(rows: readonly (readonly Cell[])[]) {
  yield* rows;
}

async function whole(rows: readonly (readonly Cell[])[], format: 'csv' | 'json' | 'ndjson'): Promise<string> {
  let text = '';
  for await (const piece of writeRows({ columns, rows: rowsOf(rows) }, format)) text += piece;
  return text;
}

const rows = [
  ['a', 0, { x: [1] }],
  [null, null, null],
  ['=HYPERLINK("x")', -1, -5],
] as const;

test('the same rows in three formats', async () => {
  assert.equal(
    await whole(rows, 'csv'),
    'name,at,more\r\na,1970-01-01T00:00:00.000Z,"{""x"":[1]}"\r\n,,\r\n"\'=HYPERLINK(""x"")",1969-12-31T23:59:59.999Z,-5\r\n',
  );
  assert.deepEqual(JSON.parse(await whole(rows, 'json'))[0], { name: 'a', at: 0, more: { x: [1] } });
  assert.deepEqual(JSON.parse(await whole([], 'json')), []);
  assert.equal((await whole(rows, 'ndjson')).split('\n').length, 4);
});

test('no text reaches a spreadsheet as a formula', () => {
  for (const text of ['=1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1', '=cmd|x!A1'])
    assert.match(csvText(text), /^"'/, text);
  for (const text of ['a', 'a=1', ' b', '数据库', '1-2']) assert.equal(csvText(text), text);
  assert.equal(csvText('a,"b"'), '"a,""b"""');
});

test('a long table is written while it is read, and reading stops with the listener', async () => {
  let read = 0;
  let closed = false;
  async function* endless(): AsyncGenerator<readonly Cell[]> {
    try {
      for (;;) {
        read++;
        yield ['x'.repeat(100), 0, null];
      }
    } finally {
      closed = true;
    }
  }
  let pieces = 0;
  for await (const piece of writeRows({ columns, rows: endless() }, 'ndjson')) {
    assert.ok(piece.length < 20_000);
    if (++pieces === 3) break;
  }
  assert.ok(read < 600, `${read} rows were read for three pieces`);
  assert.ok(closed);
});
