import type { RoutineParameter } from '../ast/compound.ts';
import type { Expression } from '../ast/expression.ts';
import type {
  AlterRoutine,
  Characteristic,
  Code,
  CreateLoadable,
  CreateRoutine,
  DropRoutine,
  LibraryUse,
} from '../ast/routine.ts';
import type { KnownStatement } from '../ast/statement.ts';
import { TokenType } from '../lexer/tokens.ts';
import { insideRoutine, parseBody } from './compound.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  bracketed,
  type Cursor,
  endOf,
  expect,
  expectOneOf,
  fail,
  is,
  isAhead,
  listOf,
  mariadbSince,
  mysqlSince,
  refuse,
  type Sign,
  startOf,
  typeOf,
} from './cursor.ts';
import { parseDataType, parseOpenType } from './data-type.ts';
import { parseParameter, parsePlainParameter } from './declare.ts';
import { parseDefinerHead } from './definer.ts';
import { parseString } from './literals.ts';
import { isName, parseCharsetName, parseName, parseQualifiedName } from './names.ts';
import { parseOracleBody, parseOracleParameter } from './oracle-block.ts';

/** CREATE [OR REPLACE] [DEFINER] [AGGREGATE] PROCEDURE | FUNCTION … */
export function parseCreateRoutine(p: Cursor): CreateRoutine | CreateLoadable {
  const { start, orReplace, definer } = parseDefinerHead(p);
  const aggregate = accept(p, 'AGGREGATE');
  const what = expectOneOf(p, 'PROCEDURE', 'FUNCTION');
  if (aggregate && what === 'PROCEDURE') fail(p, 'FUNCTION');
  const ifNotExists = acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const name = parseQualifiedName(p, 'a routine');
  if (what === 'FUNCTION' && is(p, 'RETURNS')) {
    if (definer !== undefined || name.schema !== undefined) fail(p, '(');
    return parseLoadable(p, { start, orReplace, aggregate, ifNotExists, name });
  }
  // Only MariaDB has aggregates written in SQL.
  if (aggregate && p.mysql) fail(p, 'RETURNS');
  const { parameters, returns, returnsCollation, characteristics } = parseSignature(p, what);
  const code = mysqlSince(p, 80_200) && accept(p, 'AS') ? parseCode(p) : undefined;
  const body = code === undefined ? parseRoutineBody(p, parseQualifiedName) : undefined;
  return {
    kind: 'create-routine', start, end: endOf(p), what, orReplace, definer, aggregate, ifNotExists, name, parameters, returns,
    returnsCollation, characteristics, body, code,
  }; // biome-ignore format: one line of keys
}

type Signature = Pick<CreateRoutine, 'parameters' | 'returns' | 'returnsCollation' | 'characteristics'>;

/** What stands behind a routine's name: parameters, what it returns, characteristics. */
export function parseSignature(p: Cursor, what: CreateRoutine['what']): Signature {
  // ORACLE mode leaves empty brackets out.
  const parameters = p.oracle && !is(p, '(') ? [] : bracketed(p, (inner) => parseParameters(inner, what));
  let [returns, returnsCollation]: [Signature['returns'], string | undefined] = [undefined, undefined];
  if (what === 'FUNCTION') {
    expect(p, p.oracle ? 'RETURN' : 'RETURNS');
    returns = p.oracle ? parseOpenType(p) : parseDataType(p);
    if (returns.fields.length > 0) refuse(p, returns, 'a function returns no ROW');
    if (returns.collation === undefined && accept(p, 'COLLATE')) returnsCollation = parseCharsetName(p);
  }
  return { parameters, returns, returnsCollation, characteristics: parseCharacteristics(p, true) };
}

/** One statement; in ORACLE mode IS or AS, declarations and a block, behind whose END the routine's name may stand. */
export function parseRoutineBody(p: Cursor, parseEndName: (p: Cursor) => unknown): KnownStatement {
  if (!p.oracle) return parseBody(p);
  expectOneOf(p, 'IS', 'AS');
  const body = insideRoutine(p, parseOracleBody);
  if (isName(p)) parseEndName(p);
  return body;
}

function parseParameters(p: Cursor, what: CreateRoutine['what']): readonly RoutineParameter[] {
  if (is(p, ')')) return [];
  if (p.oracle) return listOf(p, parseOracleParameter);
  const moded = what === 'PROCEDURE' || mariadbSince(p, 100_800);
  return listOf(p, moded ? parseParameter : parsePlainParameter);
}

type LoadableHead = Pick<CreateLoadable, 'start' | 'orReplace' | 'aggregate' | 'ifNotExists' | 'name'>;

function parseLoadable(p: Cursor, { start, orReplace, aggregate, ifNotExists, name }: LoadableHead): CreateLoadable {
  expect(p, 'RETURNS');
  const word = expectOneOf(p, 'STRING', 'INTEGER', 'INT', 'REAL', 'DECIMAL');
  const returns = word === 'INT' ? 'INTEGER' : word;
  expect(p, 'SONAME');
  const library = parseString(p);
  return { kind: 'create-loadable', start, end: endOf(p), orReplace, aggregate, ifNotExists, name, returns, library };
}

const phrases: readonly (readonly Sign[])[] = [
  ['NO', 'SQL'], ['CONTAINS', 'SQL'], ['READS', 'SQL', 'DATA'], ['MODIFIES', 'SQL', 'DATA'], ['SQL', 'SECURITY', 'DEFINER'],
  ['SQL', 'SECURITY', 'INVOKER'],
]; // biome-ignore format: a table

/** Those of CREATE; ALTER has none about determinism. */
export function parseCharacteristics(p: Cursor, creates: boolean): readonly Characteristic[] {
  const found: Characteristic[] = [];
  for (;;) {
    const one = parseCharacteristic(p, creates, !found.some(({ name }) => name === 'USING'));
    if (one === undefined) return found;
    found.push(one);
  }
}

function parseCharacteristic(p: Cursor, creates: boolean, usingAllowed: boolean): Characteristic | undefined {
  const start = startOf(p);
  const make = (name: string, comment: Expression | undefined = undefined, libraries: readonly LibraryUse[] = []) =>
    ({ kind: 'characteristic', start, end: endOf(p), name, comment, libraries }) as const;
  if (accept(p, 'COMMENT')) {
    const comment = parseString(p);
    return make('COMMENT', comment);
  }
  if (accept(p, 'LANGUAGE')) {
    if (accept(p, 'SQL')) return make('LANGUAGE SQL');
    if (!mysqlSince(p, 80_200)) fail(p, 'SQL');
    return make(`LANGUAGE ${parseName(p, 'a language').name.toUpperCase()}`);
  }
  if (creates && accept(p, 'DETERMINISTIC')) return make('DETERMINISTIC');
  if (creates && acceptAll(p, 'NOT', 'DETERMINISTIC')) return make('NOT DETERMINISTIC');
  if (usingAllowed && mysqlSince(p, 90_200) && is(p, 'USING') && isAhead(p, 1, '(')) {
    p.at += 1;
    const libraries = bracketed(p, (inner) => (is(inner, ')') ? [] : listOf(inner, parseLibraryUse)));
    return make('USING', undefined, libraries);
  }
  const phrase = phrases.find((words) => acceptAll(p, ...words));
  return phrase === undefined ? undefined : make(phrase.join(' '));
}

function parseLibraryUse(p: Cursor): LibraryUse {
  const start = startOf(p);
  const name = parseQualifiedName(p, 'a library');
  const alias = accept(p, 'AS') || isName(p) ? parseName(p, 'an alias') : undefined;
  return { kind: 'library-use', start, end: endOf(p), name, alias };
}

const codeTypes: ReadonlySet<number> = new Set([TokenType.string, TokenType.dollarBody, TokenType.hex, TokenType.bit]);

/** A string, bytes, or text between dollars. */
export function parseCode(p: Cursor): Code {
  const start = startOf(p);
  if (typeOf(p) === TokenType.introducer) p.at += 1;
  if (!codeTypes.has(typeOf(p))) fail(p, 'a string');
  p.at += 1;
  return { kind: 'code', start, end: endOf(p), text: p.text.slice(start, endOf(p)) };
}

export function parseAlterRoutine(p: Cursor): AlterRoutine {
  const start = startOf(p);
  expect(p, 'ALTER');
  const what = expectOneOf(p, 'PROCEDURE', 'FUNCTION');
  const name = parseQualifiedName(p, 'a routine');
  const characteristics = parseCharacteristics(p, false);
  return { kind: 'alter-routine', start, end: endOf(p), what, name, characteristics };
}

/** DROP PROCEDURE | FUNCTION | TRIGGER | EVENT | LIBRARY | PACKAGE [BODY]. */
export function parseDropRoutine(p: Cursor): DropRoutine {
  const start = startOf(p);
  expect(p, 'DROP');
  const word = acceptOneOf(p, 'PROCEDURE', 'FUNCTION', 'TRIGGER', 'EVENT', 'LIBRARY', 'PACKAGE');
  const what = word === 'PACKAGE' && accept(p, 'BODY') ? 'PACKAGE BODY' : word;
  if (what === undefined) return fail(p, 'PROCEDURE', 'FUNCTION', 'TRIGGER', 'EVENT');
  const ifExists = acceptAll(p, 'IF', 'EXISTS');
  const name = parseQualifiedName(p);
  return { kind: 'drop-routine', start, end: endOf(p), what, ifExists, name };
}
