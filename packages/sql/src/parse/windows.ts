import type { Expression } from '../ast/expression.ts';
import type { Frame, FrameBound, NamedWindow, OrderItem, WindowSpec } from '../ast/query.ts';
import { accept, acceptAll, acceptOneOf, type Cursor, endOf, expect, fail, is, listOf, startOf } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseInterval, startsInterval } from './interval.ts';
import { acceptNumber, acceptParameter } from './literals.ts';
import { isName, parseName } from './names.ts';
import { parseOrderBy, parseOrderItem } from './order-limit.ts';

/** `name AS (…)` of the WINDOW clause. */
export function parseNamedWindow(p: Cursor): NamedWindow {
  const start = startOf(p);
  const name = parseName(p, 'a window');
  expect(p, 'AS');
  const spec = parseWindowSpec(p);
  return { kind: 'named-window', start, end: endOf(p), name, spec };
}

/** ([name] [PARTITION BY …] [ORDER BY …] [frame]) */
export function parseWindowSpec(p: Cursor): WindowSpec {
  const start = startOf(p);
  expect(p, '(');
  const base = isName(p) && !is(p, 'PARTITION') && !is(p, 'GROUPS') ? parseName(p) : undefined;
  let partitionBy: readonly OrderItem[] = [];
  if (accept(p, 'PARTITION')) {
    expect(p, 'BY');
    partitionBy = listOf(p, parseOrderItem);
  }
  const orderBy = parseOrderBy(p);
  const frame = parseFrame(p);
  expect(p, ')');
  return { kind: 'window-spec', start, end: endOf(p), base, partitionBy, orderBy, frame };
}

function parseFrame(p: Cursor): Frame | undefined {
  const start = startOf(p);
  const unit = acceptOneOf(p, 'ROWS', 'RANGE', 'GROUPS');
  if (unit === undefined) return undefined;
  const between = accept(p, 'BETWEEN');
  const from = parseBound(p);
  let to: FrameBound | undefined;
  if (between) {
    expect(p, 'AND');
    to = parseBound(p);
  }
  const exclude = accept(p, 'EXCLUDE') ? parseExclude(p) : undefined;
  return { kind: 'frame', start, end: endOf(p), unit, from, to, exclude };
}

function parseExclude(p: Cursor): string {
  if (acceptAll(p, 'CURRENT', 'ROW')) return 'CURRENT ROW';
  if (accept(p, 'GROUP')) return 'GROUP';
  if (accept(p, 'TIES')) return 'TIES';
  expect(p, 'NO');
  expect(p, 'OTHERS');
  return 'NO OTHERS';
}

function parseBound(p: Cursor): FrameBound {
  const start = startOf(p);
  if (acceptAll(p, 'CURRENT', 'ROW'))
    return { kind: 'frame-bound', start, end: endOf(p), bound: 'CURRENT ROW', amount: undefined };
  if (accept(p, 'UNBOUNDED')) {
    const bound = accept(p, 'PRECEDING') ? 'UNBOUNDED PRECEDING' : 'UNBOUNDED FOLLOWING';
    if (bound === 'UNBOUNDED FOLLOWING') expect(p, 'FOLLOWING');
    return { kind: 'frame-bound', start, end: endOf(p), bound, amount: undefined };
  }
  const amount = is(p, 'INTERVAL') && startsInterval(p) ? parseInterval(p) : parseAmount(p);
  const bound = accept(p, 'PRECEDING') ? 'PRECEDING' : 'FOLLOWING';
  if (bound === 'FOLLOWING') expect(p, 'FOLLOWING');
  return { kind: 'frame-bound', start, end: endOf(p), bound, amount };
}

/** MySQL takes a number without sign or a placeholder here, MariaDB any expression. */
function parseAmount(p: Cursor): Expression {
  if (p.mariadb) return parseExpression(p);
  return acceptNumber(p) ?? acceptParameter(p) ?? fail(p, 'a number');
}
