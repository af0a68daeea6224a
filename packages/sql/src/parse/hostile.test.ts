import assert from 'node:assert/strict';
import { test } from 'node:test';
import { walk } from '../ast/walk.ts';
import { dialectOf, readCases } from '../cases.ts';
import { type DialectName, dialectNames, dialects, withSqlMode } from '../dialect.ts';
import { digestText } from '../fingerprint/digest-text.ts';
import { lex } from '../lexer/lex.ts';
import { listTokens } from '../lexer/tokens.ts';
import { printNode } from '../print/print.ts';
import { parseStatement } from './parse.ts';

const mysql = dialects['mysql-9'];

/** Texts that break a parser which recurses, goes back or copies too much. `many` is how often the part stands there. */
const hostile: readonly (readonly [start: string, part: string, many: number, end: string])[] = [
  ['SELECT ', '(', 20_000, ''],
  ['SELECT ', '(SELECT ', 5_000, ''],
  ['SELECT ', 'NOT ', 20_000, '1'],
  ['SELECT ', '- ', 20_000, '1'],
  ['SELECT 1', '+1', 20_000, ''],
  ['SELECT 1', ' AND 1', 20_000, ''],
  ['SELECT 1', '=1', 20_000, ''],
  ['SELECT 1', ' UNION SELECT 1', 10_000, ''],
  ['SELECT * FROM a', ' JOIN a', 10_000, ''],
  ['SELECT * FROM ', '(', 10_000, 'a'],
  ['SELECT * FROM ', '(SELECT * FROM ', 3_000, ''],
  ['SELECT ', 'CASE WHEN ', 10_000, ''],
  ['SELECT ', 'f(', 10_000, ''],
  ['SELECT ', 'INTERVAL (', 3_000, ''],
  ['SELECT 1 IN ', '(1 IN ', 3_000, ''],
  ['WITH ', 'a AS (WITH ', 3_000, ''],
  ['', '/*!99999 ', 5_000, '*/'],
  ['', '/*! ', 5_000, ''],
  ["SELECT '", "''", 50_000, ''],
  ['SELECT 1', ' COLLATE x', 5_000, ''],
  ['SELECT ', '(', 20_000, 'SELECT 1'],
  ['SELECT ', '(', 20_000, 'SELECT (1'],
  ['SELECT ', 'a ', 60_000, ''],
];

for (const [start, part, many, end] of hostile)
  test(`${many} times ${JSON.stringify(part)} is read or refused, in a time of its length`, () => {
    const time = (count: number) => {
      const sql = start + part.repeat(count) + end;
      const from = process.cpuUsage().user;
      const { statement } = parseStatement(sql, mysql);
      walk(statement, () => undefined);
      if (statement.kind !== 'unknown') printNode(statement, mysql);
      digestText(sql, mysql);
      return (process.cpuUsage().user - from) / 1000;
    };
    time(many / 10);
    const [tenth, whole] = [time(many / 10), time(many)];
    assert.ok(whole < tenth * 40 + 500, `${tenth} ms for a tenth, ${whole} ms for all`);
  });

test('what stands in itself in ORACLE mode is refused by its depth, not by the end of the stack', () => {
  const oracle = withSqlMode(dialects['mariadb-10.11'], 'ORACLE');
  const nested: readonly (readonly [start: string, part: string])[] = [
    ['', 'BEGIN '],
    ['', 'DECLARE a INT; BEGIN '],
    ['BEGIN ', '<<a>> '],
    ['BEGIN ', 'IF 1 THEN '],
    ['BEGIN ', 'WHILE 1 LOOP '],
    ['BEGIN ', 'FOR i IN 1..2 LOOP '],
    ['BEGIN NULL; EXCEPTION ', 'WHEN OTHERS THEN BEGIN NULL; EXCEPTION '],
    ['DECLARE a ', 'ROW(a '],
    ['CREATE PACKAGE BODY p AS PROCEDURE q AS BEGIN ', 'BEGIN '],
  ];
  for (const [start, part] of nested) {
    const { statement } = parseStatement(start + part.repeat(5_000), oracle);
    assert.match(statement.kind === 'unknown' ? statement.problem.message : statement.kind, /^nested more than/, part);
  }
  for (const sql of [
    'BEGIN WHILE 1 WHILE 2 LOOP NULL; END LOOP; END',
    'BEGIN WHILE 1 REPEAT NULL; UNTIL 1 END REPEAT; END',
  ])
    assert.equal(parseStatement(sql, oracle).statement.kind, 'unknown', sql);
});

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

test('no mixture of pieces of SQL makes the parser, the lexer or the digest throw', () => {
  const random = numbers(7);
  const pieces = readCases().flatMap(({ sql }) => listTokens(lex(sql, mysql)).map(({ text }) => text));
  const odd = [
    "'",
    '"',
    '`',
    '/*',
    '*/',
    '/*!',
    '$$',
    '\\',
    '\0',
    '@',
    '@@',
    '😀',
    '\ud800',
    '--',
    '#',
    '0x',
    "x'",
    '..',
    ';',
  ];
  for (let round = 0; round < 3_000; round += 1) {
    const name = dialectNames[Math.floor(random() * dialectNames.length)] as DialectName;
    const words = Array.from({ length: 1 + Math.floor(random() * 25) }, () => {
      const from = random() < 0.1 ? odd : pieces;
      return from[Math.floor(random() * from.length)] ?? '';
    });
    const sql = words.join(random() < 0.8 ? ' ' : '');
    const { statement } = parseStatement(sql, dialects[name]);
    digestText(sql, dialects[name]);
    if (statement.kind !== 'unknown') printNode(statement, dialects[name]);
  }
});

test('every case cut off after any token is read or refused, never thrown at', () => {
  for (const one of readCases()) {
    const { sql } = one;
    const dialect = dialectOf(one);
    const tokens = listTokens(lex(sql, dialect));
    for (const { end } of tokens) parseStatement(sql, dialect, 0, end);
  }
});
