import type { CommonTable, With } from '../ast/query.ts';
import { accept, type Cursor, endOf, expect, fail, listOf, startOf } from './cursor.ts';
import { parseName, parseNameList } from './names.ts';
import { parseSubqueryInBrackets } from './query.ts';

/** WITH [RECURSIVE] name [(columns)] AS (query), … */
export function parseWith(p: Cursor): With {
  const start = startOf(p);
  if (p.mysql && p.version < 80_000) fail(p, 'a statement of MySQL 5.7');
  expect(p, 'WITH');
  const recursive = accept(p, 'RECURSIVE');
  const tables = listOf(p, parseCommonTable);
  return { kind: 'with', start, end: endOf(p), recursive, tables };
}

function parseCommonTable(p: Cursor): CommonTable {
  const start = startOf(p);
  const name = parseName(p, 'a common table');
  const columns = parseNameList(p);
  expect(p, 'AS');
  const query = parseSubqueryInBrackets(p);
  const cycle = p.mariadb && accept(p, 'CYCLE') ? parseCycle(p) : [];
  return { kind: 'common-table', start, end: endOf(p), name, columns, query, cycle };
}

function parseCycle(p: Cursor) {
  const names = listOf(p, (inner) => parseName(inner, 'a column'));
  expect(p, 'RESTRICT');
  return names;
}
