import type { Expression, Star } from '../ast/expression.ts';
import type { Identifier } from '../ast/node.ts';
import type { GroupBy, OrderItem, Select, SelectItem, TableReference } from '../ast/query.ts';
import { TokenType } from '../lexer/tokens.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  fail,
  is,
  isAhead,
  listOf,
  mysqlSince,
  startOf,
  typeOf,
} from './cursor.ts';
import { parseExpression } from './expression.ts';
import { takeHint } from './hints.ts';
import { parseInto } from './into.ts';
import { isName, isString, parseName, parseNameOrString } from './names.ts';
import { parseOrderItem } from './order-limit.ts';
import { parseTableReference } from './tables.ts';
import { parseNamedWindow } from './windows.ts';

/** SELECT … up to HAVING, WINDOW and QUALIFY; ORDER BY and LIMIT belong to the query around it. */
export function parseSelect(p: Cursor): Select {
  const start = startOf(p);
  expect(p, 'SELECT');
  const hint = takeHint(p);
  const { distinct, options } = parseOptions(p);
  const items = parseItems(p);
  const into = is(p, 'INTO') ? parseInto(p) : undefined;
  let [from, dual]: [readonly TableReference[], boolean] = [[], false];
  if (accept(p, 'FROM')) {
    dual = accept(p, 'DUAL');
    if (!dual) from = listOf(p, parseTableReference);
  }
  const where = accept(p, 'WHERE') ? parseExpression(p) : undefined;
  const groupBy = is(p, 'GROUP') ? parseGroupBy(p) : undefined;
  const having = accept(p, 'HAVING') ? parseExpression(p) : undefined;
  const windows = is(p, 'WINDOW') && hasWindows(p) && accept(p, 'WINDOW') ? listOf(p, parseNamedWindow) : [];
  const qualify = mysqlSince(p, 90_000) && accept(p, 'QUALIFY') ? parseExpression(p) : undefined;
  const end = endOf(p);
  return {
    kind: 'select', start, end, hint, distinct, options, items, into, from, dual, where, groupBy, having, windows, qualify,
  }; // biome-ignore format: one line of keys
}

const hasWindows = (p: Cursor): boolean => p.mariadb || p.version >= 80_002;

function parseOptions(p: Cursor): { distinct: boolean; options: readonly string[] } {
  let distinct = false;
  const options: string[] = [];
  for (;;) {
    const option = acceptOneOf(
      p, 'ALL', 'DISTINCT', 'DISTINCTROW', 'HIGH_PRIORITY', 'STRAIGHT_JOIN', 'SQL_SMALL_RESULT', 'SQL_BIG_RESULT',
      'SQL_BUFFER_RESULT', 'SQL_NO_CACHE', 'SQL_CALC_FOUND_ROWS',
    ) ?? (p.mariadb ? acceptOneOf(p, 'SQL_CACHE', 'UNIQUE') : p.version < 80_000 ? acceptOneOf(p, 'SQL_CACHE') : undefined); // biome-ignore format: a list
    if (option === undefined) return { distinct, options };
    if (option === 'DISTINCT' || option === 'DISTINCTROW' || option === 'UNIQUE') distinct = true;
    else options.push(option);
    if (distinct && options.includes('ALL')) fail(p, 'either ALL or DISTINCT');
  }
}

/** The list after SELECT; a lone star only stands first. */
function parseItems(p: Cursor): readonly SelectItem[] {
  const items: SelectItem[] = [];
  if (is(p, '*')) {
    const start = startOf(p);
    p.at += 1;
    const expression: Star = { kind: 'star', start, end: endOf(p), schema: undefined, table: undefined };
    items.push({ kind: 'select-item', start, end: endOf(p), expression, alias: undefined });
    if (!accept(p, ',')) return items;
  }
  items.push(parseSelectItem(p));
  while (accept(p, ',')) items.push(parseSelectItem(p));
  return items;
}

/** One column of a select list, also of RETURNING. */
export function parseSelectItem(p: Cursor): SelectItem {
  const start = startOf(p);
  const star = parseTableStar(p);
  const expression: Expression = star ?? parseExpression(p);
  const alias = star === undefined ? parseAlias(p) : undefined;
  return { kind: 'select-item', start, end: endOf(p), expression, alias };
}

/** `t.*` or `s.t.*` */
function parseTableStar(p: Cursor): Star | undefined {
  if (!isAhead(p, 1, '.') || !(isAhead(p, 2, '*') || (isAhead(p, 3, '.') && isAhead(p, 4, '*')))) return undefined;
  if (!isName(p)) return undefined;
  const start = startOf(p);
  const first = parseName(p);
  p.at += 1;
  const second = is(p, '*') ? undefined : parseName(p);
  if (second) p.at += 1;
  p.at += 1;
  const [schema, table] = second ? [first, second] : [undefined, first];
  return { kind: 'star', start, end: endOf(p), schema, table };
}

function parseAlias(p: Cursor): Identifier | undefined {
  if (accept(p, 'AS')) return parseNameOrString(p, 'an alias');
  if (isString(p)) return parseNameOrString(p);
  const type = typeOf(p);
  return (type === TokenType.word || type === TokenType.name) && isName(p) ? parseName(p) : undefined;
}

function parseGroupBy(p: Cursor): GroupBy {
  const start = startOf(p);
  expect(p, 'GROUP');
  expect(p, 'BY');
  for (const modifier of ['ROLLUP', 'CUBE'] as const)
    if (mysqlSince(p, 80_040) && is(p, modifier) && isAhead(p, 1, '(')) {
      p.at += 2;
      const items = listOf(p, parseOrderItem);
      expect(p, ')');
      return { kind: 'group-by', start, end: endOf(p), items, modifier };
    }
  const items = listOf(p, parseGroupItem);
  const modifier = acceptAll(p, 'WITH', 'ROLLUP') ? 'WITH ROLLUP' : undefined;
  return { kind: 'group-by', start, end: endOf(p), items, modifier };
}

/** MySQL 8.0.13 took ASC and DESC out of GROUP BY. */
function parseGroupItem(p: Cursor): OrderItem {
  const item = parseOrderItem(p);
  if (item.direction !== undefined && mysqlSince(p, 80_013)) fail(p, 'a column without direction');
  return item;
}
