import type { Expression } from '../ast/expression.ts';
import type { CheckConstraint, Constraint } from '../ast/table-parts.ts';
import {
  accept,
  acceptAll,
  type Cursor,
  endOf,
  expect,
  is,
  isAhead,
  isAll,
  isOneOf,
  mysqlSince,
  startOf,
} from './cursor.ts';
import { parseExpression } from './expression.ts';
import { isName, parseName } from './names.ts';

/** Whether CHECK, or CONSTRAINT [name] CHECK stands here. */
export function isCheck(p: Cursor): boolean {
  if (!is(p, 'CONSTRAINT')) return is(p, 'CHECK');
  if (p.mariadb && isAhead(p, 1, 'IF') && isAhead(p, 2, 'NOT')) return isAhead(p, 5, 'CHECK');
  return isAhead(p, 1, 'CHECK') || (isName(p, 1) && isAhead(p, 2, 'CHECK'));
}

/** `CONSTRAINT [name]`, or nothing. */
export function parseConstraint(p: Cursor): Constraint | undefined {
  const start = startOf(p);
  if (!accept(p, 'CONSTRAINT')) return undefined;
  const ifNotExists = p.mariadb && acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const unnamed = isOneOf(p, 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK');
  const name = unnamed ? undefined : parseName(p, 'a constraint');
  return { kind: 'constraint', start, end: endOf(p), ifNotExists, name };
}

/** CHECK (condition) [[NOT] ENFORCED], of a column or a table. */
export function parseCheck(p: Cursor): CheckConstraint {
  const start = startOf(p);
  const constraint = parseConstraint(p);
  expect(p, 'CHECK');
  expect(p, '(');
  const condition: Expression = parseExpression(p);
  expect(p, ')');
  const enforced = mysqlSince(p, 80_016) ? acceptEnforcement(p) : undefined;
  return { kind: 'check-constraint', start, end: endOf(p), constraint, condition, enforced };
}

export function acceptEnforcement(p: Cursor): boolean | undefined {
  if (accept(p, 'ENFORCED')) return true;
  return isAll(p, 'NOT', 'ENFORCED') && acceptAll(p, 'NOT', 'ENFORCED') ? false : undefined;
}
