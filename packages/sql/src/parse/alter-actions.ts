import type {
  AddColumns,
  AlterAction,
  AlterColumn,
  ChangeColumn,
  ColumnPlace,
  DropElement,
} from '../ast/alter-table.ts';
import type { Expression } from '../ast/expression.ts';
import type { Identifier } from '../ast/node.ts';
import type { OrderItem } from '../ast/query.ts';
import { parseBracketed, parseColumnDefinition, parseSignedLiteral } from './column.ts';
import { acceptEnforcement } from './constraint.ts';
import {
  accept, acceptAll, acceptOneOf, type Cursor, endOf, expect, expectAll, expectOneOf, fail, is, isAhead, mysqlSince, refuse, startOf,
} from './cursor.ts'; // biome-ignore format: a list
import { acceptCharset } from './data-type.ts';
import { acceptVisibility } from './index-definition.ts';
import { parseName, parseQualifiedName } from './names.ts';
import { parseColumnName, parseSimple } from './primary.ts';
import { acceptForeignSetting, parseCharsetValue } from './settings.ts';
import { isPeriod, parseTableConstraint, parseTableElements, startsTableConstraint } from './table-element.ts';

/** One action on columns, indexes, keys and the table itself. */
export function parseAlterAction(p: Cursor): AlterAction {
  const start = startOf(p);
  if (accept(p, 'ADD')) return parseAdd(p, start);
  const change = acceptOneOf(p, 'CHANGE', 'MODIFY');
  if (change !== undefined) return parseChange(p, start, change);
  if (accept(p, 'DROP')) return parseDrop(p, start);
  if (accept(p, 'ALTER')) return parseAlter(p, start);
  if (accept(p, 'RENAME')) return parseRename(p, start);
  if (accept(p, 'CONVERT')) return parseConvert(p, start);
  if (is(p, 'ORDER')) return parseOrder(p);
  if (accept(p, 'FORCE')) return { kind: 'phrase', start, end: endOf(p), text: 'FORCE' };
  const keys = acceptOneOf(p, 'ENABLE', 'DISABLE');
  if (keys === undefined) return acceptForeignSetting(p) ?? fail(p, 'an action of ALTER TABLE');
  expect(p, 'KEYS');
  return { kind: 'phrase', start, end: endOf(p), text: `${keys} KEYS` };
}

const acceptIfNotExists = (p: Cursor): boolean => p.mariadb && acceptAll(p, 'IF', 'NOT', 'EXISTS');
const acceptIfExists = (p: Cursor): boolean => p.mariadb && acceptAll(p, 'IF', 'EXISTS');

function parseAdd(p: Cursor, start: number): AlterAction {
  if (p.mariadb && acceptAll(p, 'SYSTEM', 'VERSIONING'))
    return { kind: 'phrase', start, end: endOf(p), text: 'ADD SYSTEM VERSIONING' };
  const word = accept(p, 'COLUMN');
  if (!word && startsTableConstraint(p)) {
    const element = parseTableConstraint(p);
    if (element.kind === 'column-definition') return fail(p, 'an index');
    return { kind: 'add-element', start, end: endOf(p), element };
  }
  const ifNotExists = acceptIfNotExists(p);
  if (is(p, '(')) {
    const elements = parseTableElements(p);
    const node: AddColumns = {
      kind: 'add-columns',
      start,
      end: endOf(p),
      ifNotExists,
      inBrackets: true,
      elements,
      place: undefined,
    };
    return node;
  }
  const column = parseColumnDefinition(p);
  const place = parsePlace(p);
  return { kind: 'add-columns', start, end: endOf(p), ifNotExists, inBrackets: false, elements: [column], place };
}

function parsePlace(p: Cursor): ColumnPlace | undefined {
  const start = startOf(p);
  if (accept(p, 'FIRST')) return { kind: 'column-place', start, end: endOf(p), after: undefined };
  if (!accept(p, 'AFTER')) return undefined;
  const after = parseName(p, 'a column');
  return { kind: 'column-place', start, end: endOf(p), after };
}

function parseChange(p: Cursor, start: number, verb: 'CHANGE' | 'MODIFY'): ChangeColumn {
  accept(p, 'COLUMN');
  const ifExists = acceptIfExists(p);
  const from = verb === 'CHANGE' ? parseName(p, 'a column') : undefined;
  const column = parseColumnDefinition(p);
  if (column.references !== undefined) refuse(p, column.references, 'REFERENCES is for columns that are added');
  const place = parsePlace(p);
  return { kind: 'change-column', start, end: endOf(p), ifExists, from, column, place };
}

function dropWhat(p: Cursor): DropElement['what'] {
  if (acceptAll(p, 'PRIMARY', 'KEY')) return 'PRIMARY KEY';
  if (acceptAll(p, 'FOREIGN', 'KEY')) return 'FOREIGN KEY';
  if (acceptOneOf(p, 'INDEX', 'KEY') !== undefined) return 'INDEX';
  if (mysqlSince(p, 80_016) && accept(p, 'CHECK')) return 'CHECK';
  if ((p.mariadb || p.version >= 80_019) && accept(p, 'CONSTRAINT')) return 'CONSTRAINT';
  accept(p, 'COLUMN');
  return 'COLUMN';
}

function parseDrop(p: Cursor, start: number): AlterAction {
  if (p.mariadb && acceptAll(p, 'SYSTEM', 'VERSIONING'))
    return { kind: 'phrase', start, end: endOf(p), text: 'DROP SYSTEM VERSIONING' };
  if (isPeriod(p)) return parseDropPeriod(p, start);
  const what = dropWhat(p);
  const ifExists = what !== 'PRIMARY KEY' && acceptIfExists(p);
  const name = what === 'PRIMARY KEY' ? undefined : parseName(p);
  const behaviour = what === 'COLUMN' ? acceptOneOf(p, 'RESTRICT', 'CASCADE') : undefined;
  return { kind: 'drop-element', start, end: endOf(p), what, ifExists, name, behaviour };
}

/** DROP PERIOD [IF EXISTS] FOR name */
function parseDropPeriod(p: Cursor, start: number): DropElement {
  expect(p, 'PERIOD');
  const ifExists = acceptIfExists(p);
  expect(p, 'FOR');
  const name = accept(p, 'SYSTEM_TIME') ? undefined : parseName(p, 'a period');
  return { kind: 'drop-element', start, end: endOf(p), what: 'PERIOD', ifExists, name, behaviour: undefined };
}

function parseAlter(p: Cursor, start: number): AlterAction {
  const isIndex = p.mariadb || p.version >= 80_000 ? acceptOneOf(p, 'INDEX', 'KEY') : undefined;
  if (isIndex === 'KEY' && p.mysql) fail(p, 'INDEX');
  if (isIndex !== undefined) {
    const ifExists = acceptIfExists(p);
    const name = parseName(p, 'an index');
    const to = acceptVisibility(p)?.text ?? fail(p, 'VISIBLE', 'INVISIBLE');
    return { kind: 'alter-element', start, end: endOf(p), what: 'INDEX', ifExists, name, to };
  }
  const what = mysqlSince(p, 80_016) ? acceptOneOf(p, 'CHECK', 'CONSTRAINT') : undefined;
  if (what === undefined) return parseAlterColumn(p, start);
  const name = parseName(p, 'a constraint');
  const enforced = acceptEnforcement(p) ?? fail(p, 'ENFORCED');
  const to = enforced ? 'ENFORCED' : 'NOT ENFORCED';
  return { kind: 'alter-element', start, end: endOf(p), what, ifExists: false, name, to };
}

function parseAlterColumn(p: Cursor, start: number): AlterColumn {
  accept(p, 'COLUMN');
  const ifExists = acceptIfExists(p);
  const name = parseName(p, 'a column');
  let [action, value]: [AlterColumn['action'], AlterColumn['value']] = ['DROP DEFAULT', undefined];
  const isMasking = mysqlSince(p, 90_000) && isAhead(p, 1, 'MASKING');
  if (isMasking && acceptAll(p, 'SET', 'MASKING', 'POLICY')) {
    action = 'SET MASKING POLICY';
    value = parseName(p, 'a policy');
  } else if (isMasking && acceptAll(p, 'DROP', 'MASKING', 'POLICY')) action = 'DROP MASKING POLICY';
  else if (accept(p, 'SET')) {
    const visibility = mysqlSince(p, 80_023) ? acceptOneOf(p, 'VISIBLE', 'INVISIBLE') : undefined;
    if (visibility === undefined) {
      expect(p, 'DEFAULT');
      action = 'SET DEFAULT';
      value = parseNewDefault(p);
    } else action = `SET ${visibility}`;
  } else expectAll(p, 'DROP', 'DEFAULT');
  return { kind: 'alter-column', start, end: endOf(p), ifExists, name, action, value };
}

/** MySQL takes no NOW here without brackets. */
function parseNewDefault(p: Cursor): Expression {
  if (is(p, '(') && (p.mariadb || p.version >= 80_013)) return parseBracketed(p);
  return p.mariadb ? parseSimple(p) : parseSignedLiteral(p);
}

function parseRename(p: Cursor, start: number): AlterAction {
  const index = acceptOneOf(p, 'INDEX', 'KEY');
  const hasColumn = (p.mariadb || p.version >= 80_000) && is(p, 'COLUMN');
  const what = index !== undefined ? 'INDEX' : hasColumn ? 'COLUMN' : undefined;
  if (what === undefined) {
    acceptOneOf(p, 'TO', 'AS', '=');
    const name = parseQualifiedName(p, 'a table');
    return { kind: 'rename-to', start, end: endOf(p), name };
  }
  if (what === 'COLUMN') expect(p, 'COLUMN');
  const ifExists = acceptIfExists(p);
  const from: Identifier = parseName(p);
  expect(p, 'TO');
  const to = parseName(p);
  return { kind: 'rename-element', start, end: endOf(p), what, ifExists, from, to };
}

function parseConvert(p: Cursor, start: number): AlterAction {
  expect(p, 'TO');
  if (!acceptCharset(p)) fail(p, 'CHARACTER SET');
  // DEFAULT is read here by MySQL too.
  const charset = is(p, 'DEFAULT') ? takeDefault(p) : parseCharsetValue(p);
  if (charset.kind === 'literal') return fail(p, 'a character set');
  const collation = accept(p, 'COLLATE') ? parseCharsetValue(p) : undefined;
  if (collation?.kind === 'literal') return fail(p, 'a collation');
  return { kind: 'convert-charset', start, end: endOf(p), charset, collation };
}

function takeDefault(p: Cursor) {
  const start = startOf(p);
  expectOneOf(p, 'DEFAULT');
  return { kind: 'phrase' as const, start, end: endOf(p), text: 'DEFAULT' };
}

/** ORDER BY columns: no expressions. */
function parseOrder(p: Cursor): AlterAction {
  const start = startOf(p);
  expectAll(p, 'ORDER', 'BY');
  const items: OrderItem[] = [];
  do {
    const at = startOf(p);
    const expression = parseColumnName(p);
    const direction = acceptOneOf(p, 'ASC', 'DESC');
    items.push({ kind: 'order-item', start: at, end: endOf(p), expression, direction });
  } while (accept(p, ','));
  return { kind: 'alter-order', start, end: endOf(p), items };
}
