import type { Query, QueryBody, SetPart, TableQuery, ValuesRow, ValuesTable } from '../ast/query.ts';
import { closingBracket } from './brackets.ts';
import { parseCall } from './calls.ts';
import {
  accept,
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
} from './cursor.ts';
import { parseInto } from './into.ts';
import { parseLocks } from './locks.ts';
import { parseQualifiedName } from './names.ts';
import { parseLimit, parseOrderBy } from './order-limit.ts';
import { parseSelect } from './select.ts';
import { parseValueOrDefault } from './special-forms.ts';
import { parseWith } from './with.ts';

/** Whether a query starts at the token `ahead`: SELECT, WITH, VALUES, TABLE. */
export function startsQuery(p: Cursor, ahead = 0): boolean {
  switch (signOf(p, ahead)) {
    case 'SELECT':
    case 'WITH':
      return true;
    case 'VALUES':
      return p.mariadb ? isAhead(p, ahead + 1, '(') : p.version >= 80_019 && isAhead(p, ahead + 1, 'ROW');
    case 'TABLE':
      return mysqlSince(p, 80_019);
    default:
      return false;
  }
}

const tails: ReadonlySet<string> = new Set(
  'UNION EXCEPT INTERSECT MINUS ORDER LIMIT FOR LOCK INTO OFFSET FETCH'.split(' '),
);

/**
 * Whether the bracket here opens a query. `((SELECT 1) + 1)` opens none and `((SELECT 1) LIMIT 1)` does: behind the
 * inner brackets only what continues a query may stand.
 */
export function startsSubquery(p: Cursor, ahead = 0): boolean {
  let brackets = 0;
  while (isAhead(p, ahead + brackets, '(')) brackets += 1;
  if (brackets === 0 || !startsQuery(p, ahead + brackets)) return false;
  for (let level = brackets - 1; level > 0; level -= 1) {
    const next = signOf(p, closingBracket(p, ahead + level) + 1 - p.at);
    if (next !== ')' && !tails.has(next)) return false;
  }
  return true;
}

/** ( query ) */
export function parseSubqueryInBrackets(p: Cursor): Query {
  expect(p, '(');
  if (!startsQuery(p) && !is(p, '(')) fail(p, 'SELECT');
  const query = parseQuery(p);
  expect(p, ')');
  return query;
}

/** A query expression with its WITH, ORDER BY, LIMIT, locks and INTO. */
export function parseQuery(p: Cursor): Query {
  return deeper(p, parseQueryHere);
}

function parseQueryHere(p: Cursor): Query {
  const start = startOf(p);
  const clause = is(p, 'WITH') ? parseWith(p) : undefined;
  const body = parseBody(p);
  const orderBy = parseOrderBy(p);
  const limit = parseLimit(p);
  // PROCEDURE ANALYSE went with MySQL 8.
  const procedure = (p.mariadb || p.version < 80_000) && accept(p, 'PROCEDURE') ? parseCall(p) : undefined;
  let into = is(p, 'INTO') ? parseInto(p) : undefined;
  const locks = parseLocks(p);
  if (into === undefined && locks.length > 0 && is(p, 'INTO')) into = parseInto(p);
  return { kind: 'query', start, end: endOf(p), with: clause, body, orderBy, limit, locks, into, procedure };
}

/** UNION and EXCEPT, from left to right. */
function parseBody(p: Cursor): QueryBody {
  const start = startOf(p);
  const first = parseIntersect(p);
  if (!is(p, 'UNION') && !isExcept(p)) return first;
  const rest: SetPart[] = [];
  while (is(p, 'UNION') || isExcept(p)) rest.push(parseSetPart(p, is(p, 'UNION') ? 'UNION' : 'EXCEPT', parseIntersect));
  return { kind: 'set-operation', start, end: endOf(p), first, rest };
}

/** INTERSECT binds tighter. */
function parseIntersect(p: Cursor): QueryBody {
  const start = startOf(p);
  const first = parsePrimary(p);
  if (!isIntersect(p)) return first;
  const rest: SetPart[] = [];
  while (isIntersect(p)) rest.push(parseSetPart(p, 'INTERSECT', parsePrimary));
  return { kind: 'set-operation', start, end: endOf(p), first, rest };
}

const hasSetOperators = (p: Cursor): boolean => p.mariadb || p.version >= 80_031;
const isExcept = (p: Cursor): boolean => (is(p, 'EXCEPT') && hasSetOperators(p)) || (is(p, 'MINUS') && p.oracle);
const isIntersect = (p: Cursor): boolean => is(p, 'INTERSECT') && hasSetOperators(p);

function parseSetPart(p: Cursor, operator: SetPart['operator'], parseNext: (p: Cursor) => QueryBody): SetPart {
  const start = startOf(p);
  p.at += 1;
  const quantifier = accept(p, 'ALL') ? 'ALL' : accept(p, 'DISTINCT') ? 'DISTINCT' : undefined;
  const body = parseNext(p);
  return { kind: 'set-part', start, end: endOf(p), operator, quantifier, body };
}

function parsePrimary(p: Cursor): QueryBody {
  if (is(p, 'SELECT')) return parseSelect(p);
  if (is(p, '(')) return parseSubqueryInBrackets(p);
  if (startsQuery(p) && is(p, 'VALUES')) return parseValuesTable(p);
  if (startsQuery(p) && is(p, 'TABLE')) return parseTableQuery(p);
  return fail(p, 'SELECT');
}

function parseValuesTable(p: Cursor): ValuesTable {
  const start = startOf(p);
  expect(p, 'VALUES');
  const rows = listOf(p, parseRow);
  return { kind: 'values-table', start, end: endOf(p), rows };
}

function parseRow(p: Cursor): ValuesRow {
  const start = startOf(p);
  const word = p.mysql;
  if (word) expect(p, 'ROW');
  expect(p, '(');
  const items = is(p, ')') ? [] : listOf(p, parseValueOrDefault);
  expect(p, ')');
  return { kind: 'values-row', start, end: endOf(p), word, items };
}

function parseTableQuery(p: Cursor): TableQuery {
  const start = startOf(p);
  expect(p, 'TABLE');
  const name = parseQualifiedName(p, 'a table');
  return { kind: 'table-query', start, end: endOf(p), name };
}
