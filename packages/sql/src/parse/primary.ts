import type { Column, Expression, SystemVariable } from '../ast/expression.ts';
import type { Identifier } from '../ast/node.ts';
import { TokenType } from '../lexer/tokens.ts';
import { parseCall, startsCall } from './calls.ts';
import {
  accept,
  acceptOneOf,
  type Cursor,
  deeper,
  endOf,
  expect,
  fail,
  is,
  isAhead,
  listOf,
  mysqlSince,
  signOf,
  startOf,
  textOf,
  typeOf,
} from './cursor.ts';
import { parseExpression } from './expression.ts';
import { acceptNumber, parseString, parseStrings, takeLiteral } from './literals.ts';
import { isName, isString, parseCharsetName, parseName, takeName, takeVariableName } from './names.ts';
import { parseSubqueryInBrackets, startsSubquery } from './query.ts';
import { parseKeywordExpression } from './special-forms.ts';

/** What the grammar calls `simple_expr`: a value with its signs before it and COLLATE behind. */
export function parseSimple(p: Cursor): Expression {
  const sign = signOf(p);
  if (sign === '-' || sign === '+' || sign === '~' || sign === '!' || sign === 'BINARY') return parseUnary(p, sign);
  if (sign === 'NOT' && p.dialect.sqlMode.highNotPrecedence) return parseUnary(p, sign);
  const start = startOf(p);
  let node = parsePrimary(p);
  while (is(p, 'COLLATE')) {
    p.at += 1;
    const at = startOf(p);
    const collation = parseCharsetName(p);
    const name = { kind: 'identifier' as const, start: at, end: endOf(p), name: collation, quoted: false };
    const right: Column = { kind: 'column', start: at, end: endOf(p), schema: undefined, table: undefined, name };
    node = { kind: 'binary', start, end: endOf(p), operator: 'COLLATE', left: node, right };
  }
  return node;
}

function parseUnary(p: Cursor, operator: '-' | '+' | '~' | '!' | 'BINARY' | 'NOT'): Expression {
  const start = startOf(p);
  p.at += 1;
  const operand = deeper(p, parseSimple);
  return { kind: 'unary', start, end: endOf(p), operator, operand };
}

function parsePrimary(p: Cursor): Expression {
  switch (typeOf(p)) {
    case TokenType.word:
      return parseWord(p);
    case TokenType.name:
      return startsCall(p) ? parseCall(p) : parseColumn(p);
    case TokenType.string:
    case TokenType.nationalString:
      return parseStrings(p);
    case TokenType.introducer: {
      const next = typeOf(p, 1);
      const opens = next === TokenType.string || next === TokenType.hex || next === TokenType.bit;
      return opens ? parseStrings(p) : parseColumn(p);
    }
    case TokenType.variable:
      return parseUserVariable(p);
    case TokenType.parameter: {
      const start = startOf(p);
      p.at += 1;
      return { kind: 'parameter', start, end: endOf(p) };
    }
    case TokenType.operator:
      return parseOperatorStart(p);
    default:
      return acceptNumber(p) ?? fail(p, 'an expression');
  }
}

function parseOperatorStart(p: Cursor): Expression {
  if (is(p, '(')) return deeper(p, parseBrackets);
  if (is(p, '@@')) return parseSystemVariable(p);
  if (is(p, '{')) return parseOdbc(p);
  if (p.oracle && is(p, ':')) return parseColon(p);
  return fail(p, 'an expression');
}

function parseWord(p: Cursor): Expression {
  const sign = signOf(p);
  switch (sign) {
    case '':
      break;
    case 'NULL':
      return { ...takeLiteral(p, 'null'), value: 'NULL' };
    case 'TRUE':
    case 'FALSE':
      return { ...takeLiteral(p, 'boolean'), value: sign };
    case 'DATE':
    case 'TIME':
    case 'TIMESTAMP':
      if (isString(p, 1)) return parseTemporal(p, sign);
      break;
    case 'SQL':
      if (p.oracle && isAhead(p, 1, '%')) return parseCursorAttribute(p, takeName(p), 'statement');
      break;
    default: {
      const special = parseKeywordExpression(p, sign);
      if (special !== undefined) return special;
    }
  }
  return startsCall(p) ? parseCall(p) : parseColumn(p);
}

/** DATE '2020-01-01' */
function parseTemporal(p: Cursor, sign: 'DATE' | 'TIME' | 'TIMESTAMP'): Expression {
  const start = startOf(p);
  p.at += 1;
  const { value } = parseString(p);
  const type = sign === 'DATE' ? 'date' : sign === 'TIME' ? 'time' : 'timestamp';
  return { kind: 'literal', start, end: endOf(p), type, value, charset: undefined };
}

/** A column: `c`, `t.c`, `s.t.c`; MySQL's `->` and `->>` follow a column only. */
function parseColumn(p: Cursor): Expression {
  const column = parseColumnName(p);
  if (!p.mysql) return p.oracle && is(p, '%') ? parseAttribute(p, column) : column;
  const operator = signOf(p);
  if (operator !== '->' && operator !== '->>') return column;
  p.at += 1;
  const right = parseString(p);
  return { kind: 'binary', start: column.start, end: endOf(p), operator, left: column, right };
}

const attributes: ReadonlySet<string> = new Set(['ISOPEN', 'FOUND', 'NOTFOUND', 'ROWCOUNT']);

/** cursor%FOUND and the like; elsewhere the sign is an operator. */
function parseAttribute(p: Cursor, column: Column): Expression {
  if (column.table !== undefined || !attributes.has(signOf(p, 1))) return column;
  return parseCursorAttribute(p, column.name);
}

/** Of SQL, the last statement, only the count is known. */
function parseCursorAttribute(p: Cursor, cursor: Identifier, of: 'cursor' | 'statement' = 'cursor'): Expression {
  expect(p, '%');
  const attribute =
    acceptOneOf(p, 'ROWCOUNT', ...(of === 'cursor' ? (['ISOPEN', 'FOUND', 'NOTFOUND'] as const) : [])) ??
    fail(p, 'ROWCOUNT');
  return { kind: 'cursor-attribute', start: cursor.start, end: endOf(p), cursor, attribute };
}

/** `:NEW.a` of a trigger; `:a` and `:1` are parameters as `?` is. ORACLE mode. */
function parseColon(p: Cursor): Expression {
  const start = startOf(p);
  expect(p, ':');
  if (isName(p) && isAhead(p, 1, '.')) return p.inRoutine ? parseColumnName(p) : fail(p, 'a parameter');
  if (typeOf(p) === TokenType.integer) p.at += 1;
  else parseName(p, 'a parameter');
  return { kind: 'parameter', start, end: endOf(p) };
}

export function parseColumnName(p: Cursor): Column {
  const start = startOf(p);
  const first = parseName(p, 'an expression');
  if (!is(p, '.')) return { kind: 'column', start, end: first.end, schema: undefined, table: undefined, name: first };
  p.at += 1;
  const second = parseName(p, 'a column');
  if (!is(p, '.')) return { kind: 'column', start, end: second.end, schema: undefined, table: first, name: second };
  p.at += 1;
  const name = parseName(p, 'a column');
  return { kind: 'column', start, end: name.end, schema: first, table: second, name };
}

function parseUserVariable(p: Cursor): Expression {
  const start = startOf(p);
  const name = takeVariableName(p);
  const variable = { kind: 'user-variable' as const, start, end: endOf(p), name };
  if (!accept(p, ':=')) return variable;
  const right = parseExpression(p);
  return { kind: 'binary', start, end: endOf(p), operator: ':=', left: variable, right };
}

const scopes: ReadonlySet<string> = new Set(['GLOBAL', 'SESSION', 'LOCAL', 'PERSIST', 'PERSIST_ONLY']);

/** @@name, @@global.name, @@cache.key_buffer_size. */
export function parseSystemVariable(p: Cursor): SystemVariable {
  const start = startOf(p);
  expect(p, '@@');
  let scope: SystemVariable['scope'];
  const sign = signOf(p);
  if (scopes.has(sign)) {
    if (!isAhead(p, 1, '.')) fail(p, 'a variable');
    scope = sign as NonNullable<SystemVariable['scope']>;
    p.at += 2;
    // Behind a dot a word is a name to the lexer.
    if (scopes.has(textOf(p).toUpperCase()) && isAhead(p, 1, '.')) fail(p, 'a variable');
  }
  // DEFAULT names the default key cache.
  const first =
    is(p, 'DEFAULT') && isAhead(p, 1, '.') && !(p.mysql && p.version >= 90_000)
      ? takeName(p)
      : parseName(p, 'a variable');
  let name = first.name;
  if (accept(p, '.')) name = `${name}.${parseName(p, 'a variable').name}`;
  return { kind: 'system-variable', start, end: endOf(p), scope, name };
}

/** `(`: a subquery, a row, or an expression in brackets. */
function parseBrackets(p: Cursor): Expression {
  const start = startOf(p);
  if (startsSubquery(p)) {
    const query = parseSubqueryInBrackets(p);
    return { kind: 'subquery', start, end: endOf(p), query };
  }
  expect(p, '(');
  const first = parseExpression(p);
  if (accept(p, ')')) return { kind: 'parenthesised', start, end: endOf(p), inner: first };
  expect(p, ',');
  const items = [first, ...listOf(p, parseExpression)];
  expect(p, ')');
  return { kind: 'row', start, end: endOf(p), word: false, items };
}

/** {d '…'}: any word, then an expression. */
function parseOdbc(p: Cursor): Expression {
  const start = startOf(p);
  expect(p, '{');
  if (!isName(p) && !mysqlSince(p, 0)) fail(p, 'a name');
  const word = parseName(p).name;
  const inner = parseExpression(p);
  expect(p, '}');
  return { kind: 'odbc-escape', start, end: endOf(p), word, inner };
}
