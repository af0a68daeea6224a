import type { Expression, When } from '../ast/expression.ts';
import { TokenType } from '../lexer/tokens.ts';
import {
  accept,
  acceptAll,
  bracketed,
  type Cursor,
  deeper,
  endOf,
  expect,
  fail,
  is,
  isAhead,
  listOf,
  refuse,
  type Sign,
  signOf,
  startOf,
  typeOf,
} from './cursor.ts';
import { parseCastType } from './data-type.ts';
import { parseArithmetic, parseExpression } from './expression.ts';
import { parseCharsetName } from './names.ts';
import { parseColumnName, parseSimple } from './primary.ts';
import { parseSubqueryInBrackets } from './query.ts';

/** Expressions that a keyword starts and that are no calls with commas. `undefined`: the word is an ordinary one here. */
export function parseKeywordExpression(p: Cursor, sign: Sign): Expression | undefined {
  switch (sign) {
    case 'CASE':
      return deeper(p, parseCase);
    case 'EXISTS':
      return isAhead(p, 1, '(') ? parseExists(p) : undefined;
    case 'CAST':
      return isAhead(p, 1, '(') ? parseCast(p) : undefined;
    case 'CONVERT':
      return parseConvert(p);
    case 'MATCH':
      return parseMatch(p);
    case 'ROW':
      return isAhead(p, 1, '(') ? parseRow(p) : undefined;
    case 'DEFAULT':
      return isAhead(p, 1, '(') ? parseDefaultOf(p) : undefined;
    case 'NEXT':
    case 'PREVIOUS':
      return p.mariadb && isAhead(p, 1, 'VALUE') && isAhead(p, 2, 'FOR') ? parseSequenceValue(p) : undefined;
    case 'VALUES':
    case 'VALUE':
      return isAhead(p, 1, '(') && (sign === 'VALUES' || p.mariadb) ? parseValuesOf(p) : undefined;
    default:
      return undefined;
  }
}

function parseCase(p: Cursor): Expression {
  const start = startOf(p);
  expect(p, 'CASE');
  const operand = is(p, 'WHEN') ? undefined : parseExpression(p);
  const whens: When[] = [];
  do {
    const at = startOf(p);
    expect(p, 'WHEN');
    const condition = parseExpression(p);
    expect(p, 'THEN');
    const result = parseExpression(p);
    whens.push({ kind: 'when', start: at, end: endOf(p), condition, result });
  } while (is(p, 'WHEN'));
  const otherwise = accept(p, 'ELSE') ? parseExpression(p) : undefined;
  expect(p, 'END');
  return { kind: 'case', start, end: endOf(p), operand, whens, otherwise };
}

function parseExists(p: Cursor): Expression {
  const start = startOf(p);
  p.at += 1;
  const query = parseSubqueryInBrackets(p);
  return { kind: 'exists', start, end: endOf(p), query };
}

/** CAST(x [AT TIME ZONE …] AS type [ARRAY]) */
function parseCast(p: Cursor): Expression {
  const start = startOf(p);
  p.at += 2;
  const operand = parseExpression(p);
  let atTimeZone: Expression | undefined;
  if (p.mysql && is(p, 'AT')) {
    p.at += 1;
    if (!accept(p, 'LOCAL')) {
      if (!acceptAll(p, 'TIME', 'ZONE')) fail(p, 'TIME ZONE');
      accept(p, 'INTERVAL');
      if (typeOf(p) !== TokenType.string) fail(p, 'a string');
      atTimeZone = parseSimple(p);
    }
  }
  expect(p, 'AS');
  const type = parseCastType(p);
  const array = p.mysql && accept(p, 'ARRAY');
  expect(p, ')');
  return { kind: 'cast', start, end: endOf(p), function: 'CAST', operand, atTimeZone, type, array };
}

function parseConvert(p: Cursor): Expression {
  const start = startOf(p);
  p.at += 1;
  expect(p, '(');
  const operand = parseExpression(p);
  if (accept(p, 'USING')) {
    const charset = parseCharsetName(p);
    expect(p, ')');
    return { kind: 'convert-using', start, end: endOf(p), operand, charset };
  }
  expect(p, ',');
  const type = parseCastType(p);
  expect(p, ')');
  const nothing = undefined;
  return { kind: 'cast', start, end: endOf(p), function: 'CONVERT', operand, atTimeZone: nothing, type, array: false };
}

/** MATCH (a, b) AGAINST ('…' IN BOOLEAN MODE); the columns may stand without brackets. */
function parseMatch(p: Cursor): Expression {
  const start = startOf(p);
  expect(p, 'MATCH');
  const inBrackets = accept(p, '(');
  const columns = listOf(p, parseColumnName);
  if (inBrackets) expect(p, ')');
  expect(p, 'AGAINST');
  expect(p, '(');
  const against = parseArithmetic(p);
  const mode = parseMatchMode(p);
  expect(p, ')');
  return { kind: 'match-against', start, end: endOf(p), columns, against, mode };
}

function parseMatchMode(p: Cursor): string {
  if (acceptAll(p, 'IN', 'BOOLEAN', 'MODE')) return 'IN BOOLEAN MODE';
  const natural = acceptAll(p, 'IN', 'NATURAL', 'LANGUAGE', 'MODE') ? 'IN NATURAL LANGUAGE MODE' : '';
  const expansion = acceptAll(p, 'WITH', 'QUERY', 'EXPANSION') ? 'WITH QUERY EXPANSION' : '';
  return [natural, expansion].filter((words) => words !== '').join(' ');
}

function parseRow(p: Cursor): Expression {
  const start = startOf(p);
  p.at += 1;
  const items = bracketed(p, (inner) => listOf(inner, parseExpression));
  if (items.length < 2) fail(p, 'a second value of the row');
  return { kind: 'row', start, end: endOf(p), word: true, items };
}

function parseDefaultOf(p: Cursor): Expression {
  const start = startOf(p);
  p.at += 1;
  const column = bracketed(p, parseColumnName);
  return { kind: 'default-value', start, end: endOf(p), word: 'DEFAULT', column };
}

/** NEXT VALUE FOR s is NEXTVAL(s), PREVIOUS VALUE FOR s is LASTVAL(s). */
function parseSequenceValue(p: Cursor): Expression {
  const start = startOf(p);
  const name = is(p, 'NEXT') ? 'NEXTVAL' : 'LASTVAL';
  p.at += 3;
  const args = [parseColumnName(p)];
  const end = endOf(p);
  return { kind: 'call', start, end, schema: undefined, package: undefined, name, quoted: false, brackets: true, args };
}

function parseValuesOf(p: Cursor): Expression {
  const start = startOf(p);
  p.at += 1;
  const column = bracketed(p, parseColumnName);
  return { kind: 'values-of', start, end: endOf(p), column };
}

/** A value written out, with a sign at most: what DEFAULT … ON EMPTY takes. NULL is one to MariaDB only. */
export function parseSignedLiteral(p: Cursor): Expression {
  const value = parseSimple(p);
  const inner = value.kind === 'unary' && (value.operator === '-' || value.operator === '+') ? value.operand : value;
  if (inner.kind !== 'literal' || (inner.type === 'null' && p.mysql)) refuse(p, value, 'expected a value written out');
  return value;
}

/** What a value list and an assignment take beside expressions: DEFAULT, and MariaDB's IGNORE. */
export function parseValueOrDefault(p: Cursor): Expression {
  const sign = signOf(p);
  const isWord = (sign === 'DEFAULT' && !isAhead(p, 1, '(')) || (sign === 'IGNORE' && p.mariadb);
  if (!isWord) return parseExpression(p);
  const start = startOf(p);
  p.at += 1;
  return {
    kind: 'default-value',
    start,
    end: endOf(p),
    word: sign === 'DEFAULT' ? 'DEFAULT' : 'IGNORE',
    column: undefined,
  };
}
