import type { Expression, SpecialCall } from '../ast/expression.ts';
import { accept, acceptOneOf, type Cursor, endOf, expect, fail, is, signOf, startOf } from './cursor.ts';
import { parseDynamicColumns } from './dynamic-columns.ts';
import { parseArithmetic, parseExpression } from './expression.ts';
import { parseInterval, parseUnit, startsInterval } from './interval.ts';
import { parseJsonDualityObject } from './json-duality.ts';
import { parseJsonValue } from './json-value.ts';
import { parseInteger } from './literals.ts';
import { parseCharsetName } from './names.ts';

/** Gathers the words and arguments of one call in the order they stand in. */
export interface CallParts {
  readonly p: Cursor;
  readonly start: number;
  readonly name: string;
  readonly args: Expression[];
  readonly words: string[];
  word: string;
}

/** Steps over the name and the bracket. */
export function openCall(p: Cursor): CallParts {
  const start = startOf(p);
  const name = signOf(p);
  p.at += 1;
  expect(p, '(');
  return { p, start, name, args: [], words: [], word: '' };
}

export function addWord(parts: CallParts, word: string): void {
  parts.word = parts.word === '' ? word : `${parts.word} ${word}`;
}

export function addArgument(parts: CallParts, argument: Expression): void {
  parts.words.push(parts.word);
  parts.word = '';
  parts.args.push(argument);
}

export function closeCall(parts: CallParts): SpecialCall {
  const { p, start, name, args } = parts;
  expect(p, ')');
  const words = [...parts.words, parts.word];
  return { kind: 'special-call', start, end: endOf(p), name, args, words };
}

function comma(parts: CallParts): void {
  expect(parts.p, ',');
  addWord(parts, ',');
}

/** TRIM([LEADING | TRAILING | BOTH] [a] FROM b), TRIM(a) */
function parseTrim(p: Cursor): Expression {
  const parts = openCall(p);
  const side = acceptOneOf(p, 'LEADING', 'TRAILING', 'BOTH');
  if (side) addWord(parts, side);
  if (!side || !is(p, 'FROM')) addArgument(parts, parseExpression(p));
  if (side && !is(p, 'FROM') && parts.args.length === 0) fail(p, 'FROM');
  if (accept(p, 'FROM')) {
    addWord(parts, 'FROM');
    addArgument(parts, parseExpression(p));
  }
  return closeCall(parts);
}

/** SUBSTRING(a FROM b FOR c), SUBSTRING(a, b, c) */
function parseSubstring(p: Cursor): Expression {
  const parts = openCall(p);
  addArgument(parts, parseExpression(p));
  const [first, second] = accept(p, 'FROM') ? (['FROM', 'FOR'] as const) : ([',', ','] as const);
  if (first === ',') expect(p, ',');
  addWord(parts, first);
  addArgument(parts, parseExpression(p));
  if (accept(p, second)) {
    addWord(parts, second);
    addArgument(parts, parseExpression(p));
  }
  return closeCall(parts);
}

function parsePosition(p: Cursor): Expression {
  const parts = openCall(p);
  addArgument(parts, parseArithmetic(p));
  expect(p, 'IN');
  addWord(parts, 'IN');
  addArgument(parts, parseExpression(p));
  return closeCall(parts);
}

function parseExtract(p: Cursor): Expression {
  const parts = openCall(p);
  addWord(parts, parseUnit(p));
  expect(p, 'FROM');
  addWord(parts, 'FROM');
  addArgument(parts, parseExpression(p));
  return closeCall(parts);
}

function parseGetFormat(p: Cursor): Expression {
  const parts = openCall(p);
  addWord(parts, acceptOneOf(p, 'DATE', 'TIME', 'DATETIME', 'TIMESTAMP') ?? fail(p, 'DATE', 'TIME', 'DATETIME'));
  comma(parts);
  addArgument(parts, parseExpression(p));
  return closeCall(parts);
}

/** TIMESTAMPADD(DAY, 1, x) */
function parseTimestampCall(p: Cursor): Expression {
  const parts = openCall(p);
  addWord(parts, parseUnit(p));
  comma(parts);
  addArgument(parts, parseExpression(p));
  comma(parts);
  addArgument(parts, parseExpression(p));
  return closeCall(parts);
}

/** DATE_ADD(x, INTERVAL 1 DAY), ADDDATE(x, 1) */
function parseDateArithmetic(p: Cursor): Expression {
  const parts = openCall(p);
  addArgument(parts, parseExpression(p));
  comma(parts);
  const needsInterval = parts.name === 'DATE_ADD' || parts.name === 'DATE_SUB';
  const isInterval = is(p, 'INTERVAL') && (needsInterval || startsInterval(p));
  if (needsInterval && !isInterval) fail(p, 'INTERVAL');
  addArgument(parts, isInterval ? parseInterval(p) : parseExpression(p));
  return closeCall(parts);
}

/** CHAR(77, 121 USING utf8mb4) */
function parseChar(p: Cursor): Expression {
  const parts = openCall(p);
  addArgument(parts, parseExpression(p));
  while (accept(p, ',')) {
    addWord(parts, ',');
    addArgument(parts, parseExpression(p));
  }
  if (accept(p, 'USING')) addWord(parts, `USING ${parseCharsetName(p)}`);
  return closeCall(parts);
}

/** WEIGHT_STRING(a [AS CHAR(n) | BINARY(n)] [LEVEL …]) */
function parseWeightString(p: Cursor): Expression {
  const parts = openCall(p);
  addArgument(parts, parseExpression(p));
  if (accept(p, 'AS')) {
    addWord(parts, `AS ${acceptOneOf(p, 'CHAR', 'BINARY', 'NCHAR') ?? fail(p, 'CHAR', 'BINARY')}`);
    expect(p, '(');
    addWord(parts, '(');
    addArgument(parts, parseInteger(p));
    expect(p, ')');
    addWord(parts, ')');
  } else
    while (accept(p, ',')) {
      addWord(parts, ',');
      addArgument(parts, parseInteger(p));
    }
  if (accept(p, 'LEVEL')) parseLevels(p, parts);
  return closeCall(parts);
}

function parseLevels(p: Cursor, parts: CallParts): void {
  addWord(parts, 'LEVEL');
  do {
    addArgument(parts, parseInteger(p));
    for (let word = levelWord(p); word; word = levelWord(p)) addWord(parts, word);
    if (!is(p, ',') && !is(p, '-')) return;
    addWord(parts, is(p, ',') ? ',' : '-');
  } while (accept(p, ',') || accept(p, '-'));
}

const levelWord = (p: Cursor) => acceptOneOf(p, 'ASC', 'DESC', 'REVERSE');

const specialCalls: Readonly<Partial<Record<string, (p: Cursor) => Expression>>> = {
  TRIM: parseTrim,
  SUBSTRING: parseSubstring,
  SUBSTR: parseSubstring,
  MID: parseSubstring,
  POSITION: parsePosition,
  EXTRACT: parseExtract,
  GET_FORMAT: parseGetFormat,
  TIMESTAMPADD: parseTimestampCall,
  TIMESTAMPDIFF: parseTimestampCall,
  DATE_ADD: parseDateArithmetic,
  DATE_SUB: parseDateArithmetic,
  ADDDATE: parseDateArithmetic,
  SUBDATE: parseDateArithmetic,
  CHAR: parseChar,
  WEIGHT_STRING: parseWeightString,
  COLUMN_CREATE: parseDynamicColumns,
  COLUMN_ADD: parseDynamicColumns,
  COLUMN_GET: parseDynamicColumns,
  JSON_VALUE: parseJsonValue,
  JSON_DUALITY_OBJECT: parseJsonDualityObject,
};

/** How to read the call of a built-in function with words between its arguments; `undefined` for all others. */
export function findSpecialCall(p: Cursor, name: string): ((p: Cursor) => Expression) | undefined {
  if (name === 'JSON_VALUE' || name === 'JSON_DUALITY_OBJECT') return p.mysql ? specialCalls[name] : undefined;
  if (name.startsWith('COLUMN_') && p.mysql) return undefined;
  // MID(a FROM b) and GET_FORMAT of a column stay ordinary where the words do not stand.
  return Object.hasOwn(specialCalls, name) ? specialCalls[name] : undefined;
}
