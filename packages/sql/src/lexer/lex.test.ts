import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Dialect, dialects, withSqlMode } from '../dialect.ts';
import { lex } from './lex.ts';
import { listTokens, TokenType } from './tokens.ts';

const mysql = dialects['mysql-9'];
const mariadb = dialects['mariadb-10.11'];

const names = Object.fromEntries(Object.entries(TokenType).map(([name, type]) => [type, name]));
const typesOf = (sql: string, dialect: Dialect = mysql): string =>
  listTokens(lex(sql, dialect))
    .map(({ type, text }) => `${names[type]}:${text}`)
    .join(' ');

test('numbers, and names that look like numbers', () => {
  assert.equal(
    typesOf('1 .5 1.5 1. 1e5 1.5e-3 0x1F 0b01 0X1 1a 1e 1e5a'),
    'integer:1 decimal:.5 decimal:1.5 decimal:1. float:1e5 float:1.5e-3 hex:0x1F bit:0b01 name:0X1 name:1a name:1e float:1e5 word:a',
  );
});

test('after a dot everything is a name, before one too', () => {
  assert.equal(
    typesOf('t.select select.t t.1 t . 5'),
    'name:t operator:. name:select name:select operator:. name:t name:t operator:. name:1 word:t operator:. integer:5',
  );
});

test('strings end where the mode says', () => {
  assert.equal(typesOf("'a\\'b' 'c''d'"), "string:'a\\'b' string:'c''d'");
  const plain = withSqlMode(mysql, 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES');
  assert.equal(typesOf(`'a\\' "b"`, plain), `string:'a\\' name:"b"`);
  assert.equal(typesOf(`"b"`), `string:"b"`);
  assert.equal(
    typesOf("_utf8'x' _other N'y' x'4D' b'1' x'4'"),
    "introducer:_utf8 string:'x' word:_other nationalString:N'y' hex:x'4D' bit:b'1' error:x'4'",
  );
});

test('version comments are read by those they are for', () => {
  const sql = 'a /*!50100 b */ /*!80000 c */ /*!99999 d */ /*M!100100 e */ f';
  assert.equal(typesOf(sql), 'word:a word:b word:c word:f');
  assert.equal(typesOf(sql, mariadb), 'word:a word:b word:e word:f');
  assert.equal(typesOf('a /*! b', mysql), 'word:a word:b error:');
});

test('hints stand behind the first word only, other comments anywhere', () => {
  const { comments } = lex('SELECT /*+ x */ 1 /*+ y */ -- z\n # w', mysql);
  assert.deepEqual(
    comments.map(({ kind }) => kind),
    ['hint', 'block', 'line', 'line'],
  );
  assert.equal(typesOf('1--1'), 'integer:1 operator:- operator:- integer:1');
});

test('each flavour has its own signs', () => {
  assert.equal(typesOf("a->>'$.b' := $$x$$"), "word:a operator:->> string:'$.b' operator::= dollarBody:$$x$$");
  assert.equal(typesOf("a->'$.b'", mariadb), "word:a operator:- operator:> string:'$.b'");
  assert.equal(typesOf('\\N', mariadb), 'word:\\N');
});

test('what is no token becomes one of kind error, up to the end at worst', () => {
  assert.equal(typesOf("'abc"), "error:'abc");
  assert.equal(typesOf('`abc'), 'error:`abc');
  assert.equal(typesOf('a /* b'), 'word:a error:/* b');
  assert.equal(typesOf('a \\ b'), 'word:a error:\\ word:b');
});

test('a million tokens take a time of their number', () => {
  const time = (count: number) => {
    const text = "(1,'it''s',NULL),".repeat(count);
    const start = performance.now();
    assert.equal(lex(text, mysql).count, count * 8);
    return performance.now() - start;
  };
  time(20_000);
  const [small, large] = [Math.min(time(10_000), time(10_000)), time(100_000)];
  assert.ok(large < small * 60 + 200, `${small} ms for one part, ${large} ms for ten`);
});
