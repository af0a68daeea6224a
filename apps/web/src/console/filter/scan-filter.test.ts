import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoted, scanFilter } from './scan-filter.ts';

const means = (text: string) => scanFilter(text).pieces.map((piece) => `${piece.means}:${piece.text}`);

test('a filter is read into its pieces, and what may stand next is known', () => {
  assert.deepEqual(means('role = "primary" and (cluster.application.level in ("core", "x") or not port > 3306)'), [
    'path:role',
    'operator:=',
    'value:"primary"',
    'join:and',
    'open:(',
    'path:cluster.application.level',
    'operator:in',
    'open:(',
    'value:"core"',
    'comma:,',
    'value:"x"',
    'close:)',
    'join:or',
    'join:not',
    'path:port',
    'operator:>',
    'value:3306',
    'close:)',
  ]);
  for (const [text, wanted] of [
    ['', 'path'],
    ['name', 'operator'],
    ['cluster.', 'path'],
    ['name =', 'value'],
    ['name = "x"', 'join'],
    ['name not in', 'list'],
    ['name in (', 'list-value'],
    ['name in ("a"', 'list-next'],
    ['name in ("a")', 'join'],
    ['name = "x" and', 'path'],
    ['label."Cost Center"', 'operator'],
  ] as const)
    assert.equal(scanFilter(text).wanted, wanted, text);
  assert.deepEqual(scanFilter('label."Cost Center" = 1').pieces[0]?.names, ['label', 'Cost Center']);
});

test('whatever is written, reading it ends and loses no place', () => {
  for (const text of ['"', '((((', 'a b c', '＝', 'name = "\\', ')', 'in in in', '. . .', 'name..x', '\u202e"a']) {
    const { pieces } = scanFilter(text);
    for (const { from, to, text: own } of pieces) assert.equal(text.slice(from, to), own, text);
  }
});

test('a quote inside a text is written so that it does not end it', () => {
  assert.equal(quoted('a"b\\c'), '"a\\"b\\\\c"');
});
