import type { CreateTable } from '../ast/create-table.ts';
import type { TableElement } from '../ast/table-parts.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  is,
  isAhead,
  isAll,
  mysqlSince,
  refuse,
  startOf,
} from './cursor.ts';
import type { StatementStart } from './families.ts';
import { parseQualifiedName } from './names.ts';
import { parsePartitioning } from './partition.ts';
import { parseQuery, startsQuery } from './query.ts';
import { parseTableElements } from './table-element.ts';
import { parseTableSettings } from './table-settings.ts';

/** CREATE TABLE with columns, LIKE, or AS SELECT. */
export function parseCreateTable(p: Cursor): CreateTable {
  const start = startOf(p);
  expect(p, 'CREATE');
  const orReplace = p.mariadb && acceptAll(p, 'OR', 'REPLACE');
  const temporary = accept(p, 'TEMPORARY');
  const external = !temporary && mysqlSince(p, 90_000) && accept(p, 'EXTERNAL');
  expect(p, 'TABLE');
  const ifNotExists = acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const name = parseQualifiedName(p, 'a table');
  const head = { orReplace, temporary, external, ifNotExists, name };
  const nothing = {
    elements: [],
    settings: [],
    partitioning: undefined,
    duplicates: undefined,
    query: undefined,
  } as const;
  if (is(p, 'LIKE') || isAll(p, '(', 'LIKE')) {
    const like = parseLike(p);
    return { kind: 'create-table', start, end: endOf(p), ...head, like, ...nothing };
  }
  const elements = is(p, '(') && !startsBracketedQuery(p) ? parseTableElements(p) : [];
  const late = elements.find(isConditional);
  if (late !== undefined) refuse(p, late, 'IF NOT EXISTS is for indexes that ALTER TABLE adds');
  const settings = parseTableSettings(p);
  const partitioning = isAll(p, 'PARTITION', 'BY') ? parsePartitioning(p) : undefined;
  const duplicates = acceptOneOf(p, 'IGNORE', 'REPLACE');
  const as = accept(p, 'AS');
  const query = as || duplicates !== undefined || startsQuery(p) || is(p, '(') ? parseQuery(p) : undefined;
  const rest = { like: undefined, elements, settings, partitioning, duplicates, query };
  return { kind: 'create-table', start, end: endOf(p), ...head, ...rest };
}

const isConditional = (one: TableElement): boolean =>
  ('ifNotExists' in one && one.ifNotExists && one.kind !== 'period-definition') ||
  ('constraint' in one && one.constraint?.ifNotExists === true);

function parseLike(p: Cursor): CreateTable['like'] {
  const inBrackets = accept(p, '(');
  expect(p, 'LIKE');
  const like = parseQualifiedName(p, 'a table');
  if (inBrackets) expect(p, ')');
  return like;
}

function startsBracketedQuery(p: Cursor): boolean {
  let ahead = 1;
  while (isAhead(p, ahead, '(')) ahead += 1;
  return startsQuery(p, ahead);
}

/** Whether the word stands behind CREATE and what may be between: OR REPLACE, TEMPORARY. */
export function createsTable(p: Cursor): boolean {
  let ahead = 1;
  if (p.mariadb && isAhead(p, ahead, 'OR') && isAhead(p, ahead + 1, 'REPLACE')) ahead += 2;
  if (isAhead(p, ahead, 'TEMPORARY') || (isAhead(p, ahead, 'EXTERNAL') && isAhead(p, ahead + 1, 'TABLE'))) ahead += 1;
  return isAhead(p, ahead, 'TABLE');
}

export const createTableFamily: readonly StatementStart[] = [
  { words: ['CREATE'], when: createsTable, parse: parseCreateTable },
];
