import type { PeriodDefinition, TableElement } from '../ast/table-parts.ts';
import { parseColumnDefinition } from './column.ts';
import { isCheck, parseCheck, parseConstraint } from './constraint.ts';
import { accept, acceptAll, type Cursor, endOf, expect, fail, is, isAhead, listOf, startOf } from './cursor.ts';
import { parseIndexDefinition, startsIndex } from './index-definition.ts';
import { parseName } from './names.ts';
import { parseForeignKey } from './references.ts';

/** `(column, column, index, …)` */
export function parseTableElements(p: Cursor): readonly TableElement[] {
  expect(p, '(');
  const elements = listOf(p, parseTableElement);
  expect(p, ')');
  return elements;
}

function parseTableElement(p: Cursor): TableElement {
  return startsTableConstraint(p) ? parseTableConstraint(p) : parseColumnDefinition(p);
}

export const isPeriod = (p: Cursor): boolean =>
  p.mariadb && is(p, 'PERIOD') && (isAhead(p, 1, 'FOR') || isAhead(p, 1, 'IF'));

/** Whether what stands here is an index, a key or a check, and no column. */
export function startsTableConstraint(p: Cursor): boolean {
  return startsIndex(p) || is(p, 'CONSTRAINT') || is(p, 'FOREIGN') || is(p, 'CHECK') || isPeriod(p);
}

/** Indexes, keys, checks and periods. */
export function parseTableConstraint(p: Cursor): TableElement {
  if (isPeriod(p)) return parsePeriod(p);
  if (isCheck(p)) return parseCheck(p);
  const start = startOf(p);
  const constraint = parseConstraint(p);
  if (constraint?.ifNotExists) return fail(p, 'CHECK');
  if (is(p, 'FOREIGN')) return parseForeignKey(p, start, constraint);
  return parseIndexDefinition(p, start, constraint);
}

/** PERIOD [IF NOT EXISTS] FOR name (from, to) */
export function parsePeriod(p: Cursor): PeriodDefinition {
  const start = startOf(p);
  expect(p, 'PERIOD');
  const ifNotExists = acceptAll(p, 'IF', 'NOT', 'EXISTS');
  expect(p, 'FOR');
  const name = accept(p, 'SYSTEM_TIME') ? undefined : parseName(p, 'a period');
  expect(p, '(');
  const from = parseName(p, 'a column');
  expect(p, ',');
  const to = parseName(p, 'a column');
  expect(p, ')');
  return { kind: 'period-definition', start, end: endOf(p), ifNotExists, name, from, to };
}
