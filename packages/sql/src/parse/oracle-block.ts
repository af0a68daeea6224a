import type {
  Block,
  Declaration,
  DeclareCursor,
  DeclareVariables,
  ExceptionBranch,
  RoutineParameter,
} from '../ast/compound.ts';
import type { DataType } from '../ast/data-type.ts';
import type { Identifier } from '../ast/node.ts';
import { acceptEndLabel, parseSomeStatements, parseStatements } from './compound.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  bracketed,
  type Cursor,
  endOf,
  expect,
  fail,
  is,
  isAhead,
  isOneOf,
  listOf,
  mariadbSince,
  refuse,
  startOf,
} from './cursor.ts';
import { parseDataType, parseOpenType } from './data-type.ts';
import { parseConditionValue, parseHandler } from './declare.ts';
import { parseExpression } from './expression.ts';
import { parseCharsetName, parseName } from './names.ts';
import { parseQuery, startsQuery, startsSubquery } from './query.ts';

/** [DECLARE declarations] BEGIN … [EXCEPTION …] END [label]. The cursor stands behind the label. */
export function parseOracleBlock(p: Cursor, start: number, label: Identifier | undefined): Block {
  const declarations = accept(p, 'DECLARE') ? parseDeclarations(p) : [];
  return parseRest(p, start, label, declarations);
}

/** The body of a routine behind IS or AS: declarations without a word before them, and the block. */
export function parseOracleBody(p: Cursor): Block {
  const start = startOf(p);
  return parseRest(p, start, undefined, parseDeclarations(p));
}

function parseRest(
  p: Cursor,
  start: number,
  label: Identifier | undefined,
  declarations: readonly Declaration[],
): Block {
  expect(p, 'BEGIN');
  const mayBeAtomic = label === undefined && declarations.length === 0;
  const notAtomic = mayBeAtomic && acceptAll(p, 'NOT', 'ATOMIC');
  const statements = parseStatements(p);
  const exceptions = parseExceptions(p);
  expect(p, 'END');
  acceptEndLabel(p, label);
  return { kind: 'block', start, end: endOf(p), label, notAtomic, declarations, statements, exceptions };
}

/** EXCEPTION WHEN … THEN …, or nothing. */
export function parseExceptions(p: Cursor): readonly ExceptionBranch[] {
  if (!accept(p, 'EXCEPTION')) return [];
  const branches: ExceptionBranch[] = [];
  do {
    const start = startOf(p);
    expect(p, 'WHEN');
    const conditions = listOf(p, parseConditionValue);
    expect(p, 'THEN');
    const statements = parseSomeStatements(p);
    branches.push({ kind: 'exception-branch', start, end: endOf(p), conditions, statements });
  } while (is(p, 'WHEN'));
  return branches;
}

/** Up to BEGIN; handlers stand last. */
function parseDeclarations(p: Cursor): readonly Declaration[] {
  const declarations: Declaration[] = [];
  while (!is(p, 'BEGIN')) {
    const one = parseOracleDeclaration(p);
    if (one.kind !== 'declare-handler' && declarations.at(-1)?.kind === 'declare-handler') fail(p, 'BEGIN');
    declarations.push(one);
    expect(p, ';');
  }
  return declarations;
}

function parseOracleDeclaration(p: Cursor): Declaration {
  const start = startOf(p);
  if (isOneOf(p, 'CONTINUE', 'EXIT', 'UNDO') && isAhead(p, 1, 'HANDLER')) return parseHandler(p, start);
  if (is(p, 'CURSOR')) return parseCursor(p, start);
  if (isAhead(p, 1, 'CONDITION')) {
    const name = parseName(p, 'a condition');
    expect(p, 'CONDITION');
    expect(p, 'FOR');
    const value = parseConditionValue(p);
    if (value.what !== 'ERROR' && value.what !== 'SQLSTATE') fail(p, 'SQLSTATE');
    return { kind: 'declare-condition', start, end: endOf(p), name, value };
  }
  if (isAhead(p, 1, 'EXCEPTION')) {
    const name = parseName(p, 'an exception');
    expect(p, 'EXCEPTION');
    return { kind: 'declare-exception', start, end: endOf(p), name };
  }
  return parseOracleVariables(p);
}

/** CURSOR name [(parameters)] IS query. */
function parseCursor(p: Cursor, start: number): DeclareCursor {
  expect(p, 'CURSOR');
  const name = parseName(p, 'a cursor');
  const parameters = is(p, '(') ? bracketed(p, (inner) => listOf(inner, parseOracleParameter)) : [];
  expect(p, 'IS');
  if (!startsQuery(p) && !startsSubquery(p)) fail(p, 'SELECT');
  const query = parseQuery(p);
  return { kind: 'declare-cursor', start, end: endOf(p), name, parameters, query };
}

/** a, b type [:= value | DEFAULT value] */
export function parseOracleVariables(p: Cursor): DeclareVariables {
  const start = startOf(p);
  const names = listOf(p, (one) => parseName(one, 'a variable'));
  const type = withoutSchema(p, parseDataType(p));
  const collation = type.collation === undefined && accept(p, 'COLLATE') ? parseCharsetName(p) : undefined;
  const initial = accept(p, ':=') || accept(p, 'DEFAULT') ? parseExpression(p) : undefined;
  return { kind: 'declare-variables', start, end: endOf(p), names, type, collation, initial };
}

/** `mariadb_schema.DATE` is a type of columns and of what functions return; before a variable it would be a path to anchor at. */
const withoutSchema = (p: Cursor, type: DataType): DataType =>
  type.schema === undefined ? type : refuse(p, type, 'no schema is allowed before the type of a variable');

/** name [IN | OUT | INOUT | IN OUT] type */
export function parseOracleParameter(p: Cursor): RoutineParameter {
  const start = startOf(p);
  const name = parseName(p, 'a parameter');
  const mode = acceptAll(p, 'IN', 'OUT') ? 'INOUT' : acceptOneOf(p, 'IN', 'OUT', 'INOUT');
  const type = withoutSchema(p, parseOpenType(p));
  const collation = type.collation === undefined && accept(p, 'COLLATE') ? parseCharsetName(p) : undefined;
  const hasInitial = mariadbSince(p, 110_800) && (accept(p, ':=') || accept(p, 'DEFAULT'));
  const initial = hasInitial ? parseExpression(p) : undefined;
  return { kind: 'routine-parameter', start, end: endOf(p), mode, name, type, collation, initial };
}
