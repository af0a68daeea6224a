import type { Expression } from '../ast/expression.ts';
import type { Identifier, QualifiedName } from '../ast/node.ts';
import type { CallProcedure, Deallocate, Do, Execute, ImportTable, Prepare } from '../ast/program.ts';
import type { SelectItem } from '../ast/query.ts';
import { TokenType } from '../lexer/tokens.ts';
import { parseCacheIndex } from './cache-index.ts';
import { accept, type Cursor, endOf, expect, fail, is, isAhead, listOf, startOf, typeOf } from './cursor.ts';
import { parseExpression } from './expression.ts';
import type { StatementStart } from './families.ts';
import { parseHandler } from './handler.ts';
import { parseString } from './literals.ts';
import { parseLoadData } from './load-data.ts';
import { parseName, parseQualifiedName, takeVariableName } from './names.ts';
import { parseSelectItem } from './select.ts';
import { parseValueOrDefault } from './special-forms.ts';

function parseCall(p: Cursor): CallProcedure {
  const start = startOf(p);
  expect(p, 'CALL');
  return parseCalled(p, start);
}

/** name, name(…), package.name, schema.package.name: what is called, by CALL or (ORACLE mode) by its name alone. */
export function parseCalled(p: Cursor, start: number): CallProcedure {
  const [name, inside] = parseProcedureName(p);
  let args: readonly Expression[] = [];
  if (accept(p, '(')) {
    if (!is(p, ')')) args = listOf(p, parseExpression);
    expect(p, ')');
  }
  return { kind: 'call-procedure', start, end: endOf(p), name, package: inside, args };
}

function parseProcedureName(p: Cursor): readonly [QualifiedName, Identifier | undefined] {
  if (!p.mariadb || !isAhead(p, 1, '.') || !isAhead(p, 3, '.'))
    return [parseQualifiedName(p, 'a procedure'), undefined];
  const schema = parseName(p, 'a schema');
  expect(p, '.');
  const inside = parseName(p, 'a package');
  expect(p, '.');
  const name = parseName(p, 'a procedure');
  return [{ kind: 'qualified-name', start: schema.start, end: name.end, schema, name }, inside];
}

function parseDo(p: Cursor): Do {
  const start = startOf(p);
  expect(p, 'DO');
  const items = listOf(p, p.mysql ? parseSelectItem : parsePlainItem);
  return { kind: 'do', start, end: endOf(p), items };
}

function parsePlainItem(p: Cursor): SelectItem {
  const expression = parseExpression(p);
  const { start, end } = expression;
  return { kind: 'select-item', start, end, expression, alias: undefined };
}

function parseImport(p: Cursor): ImportTable {
  const start = startOf(p);
  p.at += 2;
  expect(p, 'FROM');
  const files = listOf(p, parseString);
  return { kind: 'import-table', start, end: endOf(p), files };
}

function parsePrepare(p: Cursor): Prepare {
  const start = startOf(p);
  expect(p, 'PREPARE');
  const name = parseName(p, 'a statement');
  expect(p, 'FROM');
  const from = p.mariadb ? parseExpression(p) : parseTextOrVariable(p);
  return { kind: 'prepare', start, end: endOf(p), name, from };
}

const parseTextOrVariable = (p: Cursor): Expression =>
  typeOf(p) === TokenType.variable ? parseVariable(p) : parseString(p);

function parseVariable(p: Cursor): Expression {
  const start = startOf(p);
  if (typeOf(p) !== TokenType.variable) fail(p, 'a user variable');
  const name = takeVariableName(p);
  return { kind: 'user-variable', start, end: endOf(p), name };
}

function parseExecute(p: Cursor): Execute {
  const start = startOf(p);
  expect(p, 'EXECUTE');
  const isImmediate =
    p.mariadb && is(p, 'IMMEDIATE') && !isAhead(p, 1, 'USING') && !isAhead(p, 1, ';') && typeOf(p, 1) !== TokenType.end;
  if (isImmediate) p.at += 1;
  const immediate = isImmediate ? parseExpression(p) : undefined;
  const name = isImmediate ? undefined : parseName(p, 'a statement');
  const using = accept(p, 'USING') ? listOf(p, p.mariadb ? parseValueOrDefault : parseVariable) : [];
  return { kind: 'execute', start, end: endOf(p), name, immediate, using };
}

function parseDeallocate(p: Cursor): Deallocate {
  const start = startOf(p);
  p.at += 2;
  const name = parseName(p, 'a statement');
  return { kind: 'deallocate', start, end: endOf(p), name };
}

export const programFamily: readonly StatementStart[] = [
  { words: ['CALL'], parse: parseCall },
  { words: ['DO'], parse: parseDo },
  { words: ['HANDLER'], parse: parseHandler },
  { words: ['LOAD', 'DATA'], parse: parseLoadData },
  { words: ['LOAD', 'XML'], parse: parseLoadData },
  { words: ['LOAD', 'INDEX', 'INTO', 'CACHE'], parse: parseCacheIndex },
  { words: ['CACHE', 'INDEX'], parse: parseCacheIndex },
  { words: ['IMPORT', 'TABLE'], when: (p) => p.mysql && p.version >= 80_000, parse: parseImport },
  { words: ['PREPARE'], parse: parsePrepare },
  { words: ['EXECUTE'], parse: parseExecute },
  { words: ['DEALLOCATE', 'PREPARE'], parse: parseDeallocate },
  { words: ['DROP', 'PREPARE'], parse: parseDeallocate },
];
