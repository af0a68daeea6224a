import type { Expression } from '../ast/expression.ts';
import type { Identifier } from '../ast/node.ts';
import type { Handler } from '../ast/program.ts';
import {
  accept,
  acceptOneOf,
  bracketed,
  type Cursor,
  endOf,
  expect,
  expectOneOf,
  isAhead,
  isOneOf,
  listOf,
  refuse,
  startOf,
} from './cursor.ts';
import { parseExpression } from './expression.ts';
import { isName, parseName, parseQualifiedName } from './names.ts';
import { parseLimit } from './order-limit.ts';
import { parseValueOrDefault } from './special-forms.ts';

/** HANDLER t OPEN | READ … | CLOSE. */
export function parseHandler(p: Cursor): Handler {
  const start = startOf(p);
  expect(p, 'HANDLER');
  const table = parseQualifiedName(p, 'a table');
  const verb = expectOneOf(p, 'OPEN', 'READ', 'CLOSE');
  if (verb !== 'OPEN' && table.schema !== undefined) refuse(p, table, 'an open handler has no schema');
  let [alias, index]: (Identifier | undefined)[] = [];
  let position: string | undefined;
  let values: readonly Expression[] = [];
  if (verb === 'OPEN' && (accept(p, 'AS') || isName(p))) alias = parseName(p, 'an alias');
  if (verb !== 'READ') {
    const end = endOf(p);
    return {
      kind: 'handler',
      start,
      end,
      verb,
      table,
      alias,
      index,
      position,
      values,
      where: undefined,
      limit: undefined,
    };
  }
  const scans = isOneOf(p, 'FIRST', 'NEXT') && !isComparison(p, 1) && !isPosition(p, 1);
  if (scans) position = expectOneOf(p, 'FIRST', 'NEXT');
  else {
    index = parseName(p, 'an index');
    position = acceptOneOf(p, '=', '>=', '<=', '<', '>');
    if (position === undefined) position = expectOneOf(p, 'FIRST', 'NEXT', 'PREV', 'LAST');
    else values = bracketed(p, (inner) => listOf(inner, parseValueOrDefault));
  }
  const where = accept(p, 'WHERE') ? parseExpression(p) : undefined;
  const limit = parseLimit(p);
  return { kind: 'handler', start, end: endOf(p), verb, table, alias, index, position, values, where, limit };
}

const isComparison = (p: Cursor, ahead: number): boolean =>
  (['=', '>=', '<=', '<', '>'] as const).some((sign) => isAhead(p, ahead, sign));
const isPosition = (p: Cursor, ahead: number): boolean =>
  (['FIRST', 'NEXT', 'PREV', 'LAST'] as const).some((sign) => isAhead(p, ahead, sign));
