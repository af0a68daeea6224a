import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { sqlLiteral, takesParameters, writeLiterals } from '../hops/sql-literal.ts';
import { quoteArgument } from '../quote-argument.ts';
import { shellFields } from './shell-fields.ts';

const valuesOf = (input: unknown, names: readonly string[]) => {
  const print = names.map((name) => `printf '%s\\0' "\${${name}-unset}"`).join('\n');
  const { stdout, status } = spawnSync('/bin/sh', ['-s'], {
    input: `${shellFields(input)}${print}\n`,
    encoding: 'utf8',
  });
  assert.equal(status, 0);
  return stdout.split('\0').slice(0, -1);
};

test('fields arrive in the shell as they were, whatever is in them', () => {
  const nasty = [`'`, `''`, `\\'`, '$(exit 3)', '`exit 3`', '$HOME', 'a\nb\n', '中文 🐬', '\u0001', '-n', '*', '~'];
  for (const text of nasty) assert.deepEqual(valuesOf({ text }, ['in_text']), [text]);
});

test('kinds of fields have their forms', () => {
  const input = { yes: true, no: false, n: 0, none: null, list: ['a b', 2], a: { b: { c: 'deep' } }, rows: [{ x: 1 }] };
  const names = ['in_yes', 'in_no', 'in_n', 'in_none', 'in_list', 'in_a_b_c', 'in_rows', 'in_absent'];
  const expected = ['true', 'false', '0', '', 'a b\n2', 'deep', '[{"x":1}]', 'unset'];
  assert.deepEqual(valuesOf(input, names), expected);
  assert.deepEqual(JSON.parse(valuesOf(input, ['in_json'])[0] ?? ''), input);
});

test('what cannot be passed safely is refused', () => {
  for (const input of [{ 'a;b': 1 }, { '': 1 }, { x: 'a\0b' }, { list: ['a\nb'] }, 'text', [1]]) {
    assert.throws(() => shellFields(input), TypeError);
  }
  assert.throws(() => quoteArgument('a\0b'), TypeError);
});

test('SQL literals keep quotes and backslashes inside', () => {
  assert.equal(sqlLiteral(`it's \\ "x"`), `'it\\'s \\\\ "x"'`);
  assert.equal(sqlLiteral(Buffer.from('a')), `x'61'`);
  assert.deepEqual(
    [sqlLiteral(null), sqlLiteral(true), sqlLiteral(12n), sqlLiteral(-1.5)],
    ['NULL', '1', '12', '-1.5'],
  );
  assert.throws(() => sqlLiteral(Number.NaN), TypeError);
});

test('only places outside quotes and comments are filled, and the count must fit', () => {
  const sql = 'set @a = \'?\' /* ? */, @b = ?, `c?` = "?\\"?", @d = ? -- ?';
  assert.equal(writeLiterals(sql, [1, 'x']), "set @a = '?' /* ? */, @b = 1, `c?` = \"?\\\"?\", @d = 'x' -- ?");
  assert.throws(() => writeLiterals('set @a = ?', []), TypeError);
  assert.throws(() => writeLiterals('set @a = ?', [1, 2]), TypeError);
});

test('only statements with parameters everywhere are prepared', () => {
  for (const sql of ['select ?', ' (select ?)', 'INSERT into t values (?)', 'with x as (select ?) select 1']) {
    assert.equal(takesParameters(sql), true, sql);
  }
  for (const sql of ['create user ?@?', 'set @a = ?', 'grant all on *.* to ?', 'selection']) {
    assert.equal(takesParameters(sql), false, sql);
  }
});
