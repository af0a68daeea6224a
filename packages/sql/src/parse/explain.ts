import type { Describe, Explain } from '../ast/explain.ts';
import type { Expression } from '../ast/expression.ts';
import type { Identifier } from '../ast/node.ts';
import type { KnownStatement } from '../ast/statement.ts';
import { TokenType } from '../lexer/tokens.ts';
import {
  accept,
  acceptOneOf,
  type Cursor,
  deeper,
  endOf,
  expect,
  expectOneOf,
  fail,
  is,
  isAhead,
  isOneOf,
  mysqlSince,
  signOf,
  startOf,
  typeOf,
} from './cursor.ts';
import { parseExpression } from './expression.ts';
import type { StatementStart } from './families.ts';
import { parseInteger, parseString } from './literals.ts';
import { isName, isString, parseName, parseNameOrString, parseQualifiedName, takeVariableName } from './names.ts';
import { parseAnyStatement } from './parse.ts';

const explainable = ['SELECT', 'INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'WITH', 'TABLE', 'VALUES', '('] as const;
const isExplainable = (p: Cursor, ahead = 0): boolean => explainable.some((word) => isAhead(p, ahead, word));

/** EXPLAIN, DESCRIBE and DESC: of a statement, a connection, or a table. */
function parseExplain(p: Cursor): Explain | Describe {
  const start = startOf(p);
  expectOneOf(p, 'EXPLAIN', 'DESCRIBE', 'DESC');
  const optioned =
    isOneOf(p, 'ANALYZE', 'FOR', 'INTO') || (is(p, 'FORMAT') && isAhead(p, 1, '=')) || isExplainable(p) || isOldMode(p);
  return optioned ? parseExplained(p, start, 'EXPLAIN') : parseDescribe(p, start);
}

/** EXTENDED and PARTITIONS left MySQL with 8.0. */
const isOldMode = (p: Cursor): boolean =>
  (p.mariadb || p.version < 80_000) && isOneOf(p, 'EXTENDED', 'PARTITIONS') && isExplainable(p, 1);

function parseExplained(p: Cursor, start: number, verb: Explain['verb']): Explain {
  const mode = verb === 'ANALYZE' ? undefined : acceptMode(p);
  let [format, into, schema]: [Identifier | undefined, Expression | undefined, Identifier | undefined] = [
    undefined,
    undefined,
    undefined,
  ];
  if (is(p, 'FORMAT') && isAhead(p, 1, '=')) {
    p.at += 2;
    format = parseNameOrString(p, 'a format');
  }
  if (mysqlSince(p, 80_100) && accept(p, 'INTO')) into = parseIntoVariable(p);
  if (mysqlSince(p, 80_300) && is(p, 'FOR') && (isAhead(p, 1, 'SCHEMA') || isAhead(p, 1, 'DATABASE'))) {
    p.at += 2;
    schema = parseName(p, 'a schema');
  }
  let [connection, statement]: [Expression | undefined, KnownStatement | undefined] = [undefined, undefined];
  if (verb === 'EXPLAIN' && schema === undefined && accept(p, 'FOR')) {
    expect(p, 'CONNECTION');
    connection = p.mariadb ? parseExpression(p) : parseInteger(p);
  } else {
    if (!isExplainable(p)) fail(p, 'a statement that can be explained');
    statement = deeper(p, parseAnyStatement);
  }
  return { kind: 'explain', start, end: endOf(p), verb, mode, format, into, schema, connection, statement };
}

function acceptMode(p: Cursor): Explain['mode'] {
  if (mysqlSince(p, 80_018) && accept(p, 'ANALYZE')) return 'ANALYZE';
  return isOldMode(p) ? acceptOneOf(p, 'EXTENDED', 'PARTITIONS') : undefined;
}

function parseIntoVariable(p: Cursor): Expression {
  const start = startOf(p);
  if (typeOf(p) !== TokenType.variable) fail(p, 'a user variable');
  const name = takeVariableName(p);
  return { kind: 'user-variable', start, end: endOf(p), name };
}

function parseDescribe(p: Cursor, start: number): Describe {
  const table = parseQualifiedName(p, 'a table');
  const like = isString(p) ? parseString(p) : undefined;
  const column = like === undefined && isName(p) ? parseName(p) : undefined;
  return { kind: 'describe', start, end: endOf(p), table, column, like };
}

/** ANALYZE [FORMAT=…] statement, MariaDB. */
function parseAnalyze(p: Cursor): Explain {
  const start = startOf(p);
  expect(p, 'ANALYZE');
  return parseExplained(p, start, 'ANALYZE');
}

const isAnalyzed = (p: Cursor): boolean =>
  p.mariadb && (signOf(p, 1) === 'FORMAT' || (isExplainable(p, 1) && signOf(p, 1) !== 'TABLE'));

export const explainFamily: readonly StatementStart[] = [
  { words: ['EXPLAIN'], parse: parseExplain },
  { words: ['DESCRIBE'], parse: parseExplain },
  { words: ['DESC'], parse: parseExplain },
  { words: ['ANALYZE'], when: isAnalyzed, parse: parseAnalyze },
];
