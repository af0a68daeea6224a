import type { Expression } from '../ast/expression.ts';
import type { Limit, OrderItem } from '../ast/query.ts';
import { TokenType } from '../lexer/tokens.ts';
import { accept, acceptAll, type Cursor, endOf, expect, fail, is, isAhead, listOf, startOf, typeOf } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { takeLiteral } from './literals.ts';
import { isName, parseName, takeVariableName } from './names.ts';

/** `expression [ASC | DESC]` */
export function parseOrderItem(p: Cursor): OrderItem {
  const start = startOf(p);
  const expression = parseExpression(p);
  const direction = accept(p, 'ASC') ? 'ASC' : accept(p, 'DESC') ? 'DESC' : undefined;
  return { kind: 'order-item', start, end: endOf(p), expression, direction };
}

/** ORDER BY …, or nothing. */
export function parseOrderBy(p: Cursor): readonly OrderItem[] {
  if (!accept(p, 'ORDER')) return [];
  expect(p, 'BY');
  return listOf(p, parseOrderItem);
}

/** A number, a placeholder, or a variable of a routine: no expressions. */
export function parseLimitValue(p: Cursor): Expression {
  const type = typeOf(p);
  const start = startOf(p);
  if (type === TokenType.integer) return takeLiteral(p, 'integer');
  if (type === TokenType.hex) return takeLiteral(p, 'hex');
  if (type === TokenType.bit) return takeLiteral(p, 'bit');
  if (type === TokenType.parameter) {
    p.at += 1;
    return { kind: 'parameter', start, end: endOf(p) };
  }
  if (type === TokenType.variable && p.mysql) {
    const name = takeVariableName(p);
    return { kind: 'user-variable', start, end: endOf(p), name };
  }
  if (!isName(p)) fail(p, 'a number');
  // MariaDB: a field of a ROW variable.
  if (p.mariadb && isAhead(p, 1, '.')) {
    const table = parseName(p);
    p.at += 1;
    const name = parseName(p);
    return { kind: 'column', start, end: name.end, schema: undefined, table, name };
  }
  const name = parseName(p);
  return { kind: 'column', start, end: name.end, schema: undefined, table: undefined, name };
}

/** LIMIT n, LIMIT m, n, LIMIT n OFFSET m; MariaDB: ROWS EXAMINED and FETCH FIRST. Or nothing. */
export function parseLimit(p: Cursor): Limit | undefined {
  const start = startOf(p);
  if (accept(p, 'LIMIT')) return parseLimitTail(p, start);
  const fetches =
    p.mariadb && (is(p, 'OFFSET') || (is(p, 'FETCH') && (isAhead(p, 1, 'FIRST') || isAhead(p, 1, 'NEXT'))));
  return fetches ? parseFetch(p, start) : undefined;
}

function parseLimitTail(p: Cursor, start: number): Limit {
  let [style, count, offset]: [Limit['style'], Expression | undefined, Expression | undefined] = [
    'offset',
    undefined,
    undefined,
  ];
  if (!(p.mariadb && isAhead(p, 0, 'ROWS') && isAhead(p, 1, 'EXAMINED'))) {
    count = parseLimitValue(p);
    if (accept(p, ',')) {
      style = 'comma';
      offset = count;
      count = parseLimitValue(p);
    } else if (accept(p, 'OFFSET')) offset = parseLimitValue(p);
  }
  const rowsExamined = p.mariadb && acceptAll(p, 'ROWS', 'EXAMINED') ? parseLimitValue(p) : undefined;
  return { kind: 'limit', start, end: endOf(p), style, count, offset, withTies: false, rowsExamined };
}

/** [OFFSET n ROWS] FETCH FIRST [n] ROWS ONLY | WITH TIES */
function parseFetch(p: Cursor, start: number): Limit {
  const offset = accept(p, 'OFFSET') ? parseLimitValue(p) : undefined;
  if (offset !== undefined && !accept(p, 'ROW')) expect(p, 'ROWS');
  let count: Expression | undefined;
  let withTies = false;
  if (accept(p, 'FETCH')) {
    if (!accept(p, 'FIRST')) expect(p, 'NEXT');
    if (!is(p, 'ROW') && !is(p, 'ROWS')) count = parseLimitValue(p);
    if (!accept(p, 'ROW')) expect(p, 'ROWS');
    withTies = acceptAll(p, 'WITH', 'TIES');
    if (!withTies) expect(p, 'ONLY');
  }
  return { kind: 'limit', start, end: endOf(p), style: 'fetch', count, offset, withTies, rowsExamined: undefined };
}
