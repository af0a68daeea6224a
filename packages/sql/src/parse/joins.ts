import type { Expression } from '../ast/expression.ts';
import type { Identifier } from '../ast/node.ts';
import type { Join, TableReference } from '../ast/query.ts';
import { accept, type Cursor, deeper, endOf, expect, fail, is, isAhead, signOf } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseNameList } from './names.ts';
import { parseTableFactor } from './tables.ts';

interface JoinHead {
  readonly type: Join['type'];
  readonly natural: boolean;
}

/** More tables than any server joins: 61 is their limit. */
const mostJoins = 1000;

/** Everything joined to `first`, from left to right. */
export function parseJoins(p: Cursor, first: TableReference): TableReference {
  let left = first;
  for (let count = 0; startsJoin(p); count += 1) {
    if (count > mostJoins) fail(p, 'fewer joins');
    left = parseJoin(p, left);
  }
  return left;
}

function startsJoin(p: Cursor): boolean {
  switch (signOf(p)) {
    case 'JOIN':
    case 'INNER':
    case 'CROSS':
    case 'STRAIGHT_JOIN':
    case 'NATURAL':
      return true;
    case 'LEFT':
    case 'RIGHT':
      return isAhead(p, 1, 'JOIN') || isAhead(p, 1, 'OUTER');
    default:
      return false;
  }
}

function parseHead(p: Cursor): JoinHead {
  const natural = accept(p, 'NATURAL');
  if (!natural && accept(p, 'STRAIGHT_JOIN')) return { type: 'STRAIGHT_JOIN', natural };
  const side = accept(p, 'LEFT') ? 'LEFT JOIN' : accept(p, 'RIGHT') ? 'RIGHT JOIN' : undefined;
  if (side) {
    accept(p, 'OUTER');
    expect(p, 'JOIN');
    return { type: side, natural };
  }
  const inner = accept(p, 'INNER') ? 'INNER JOIN' : !natural && accept(p, 'CROSS') ? 'CROSS JOIN' : 'JOIN';
  expect(p, 'JOIN');
  return { type: inner, natural };
}

/**
 * One join. `a JOIN b JOIN c ON x ON y` joins (b, c) to a: what follows is read to the right first, and when no
 * condition is left for this join, it is put in its place at the left again, as the server does.
 */
function parseJoin(p: Cursor, left: TableReference): TableReference {
  const { type, natural } = parseHead(p);
  let right: TableReference = parseTableFactor(p);
  if (natural) return makeJoin(p, { type, natural, left, right, on: undefined, using: [] });
  if (!hasCondition(p) && startsJoin(p) && !is(p, 'NATURAL')) {
    const inner = right;
    right = deeper(p, (next) => parseNested(next, inner));
  }
  if (!hasCondition(p)) {
    if (type === 'LEFT JOIN' || type === 'RIGHT JOIN') fail(p, 'ON', 'USING');
    return joinLeftmost(left, right, type);
  }
  const { on, using } = parseCondition(p);
  return makeJoin(p, { type, natural, left, right, on, using });
}

/** Joins to the right of one that has no condition yet, up to the condition that is left over for it. */
function parseNested(p: Cursor, first: TableReference): TableReference {
  let right = first;
  while (startsJoin(p) && !hasCondition(p)) right = parseJoin(p, right);
  return right;
}

/** ON right behind the joined table is its condition, even where a person meant ON DUPLICATE KEY: so the servers. */
const hasCondition = (p: Cursor): boolean => is(p, 'USING') || is(p, 'ON');

function parseCondition(p: Cursor): { on: Expression | undefined; using: readonly Identifier[] } {
  if (accept(p, 'ON')) return { on: parseExpression(p), using: [] };
  expect(p, 'USING');
  if (!is(p, '(')) fail(p, '(');
  return { on: undefined, using: parseNameList(p) };
}

function makeJoin(p: Cursor, parts: Omit<Join, 'kind' | 'start' | 'end'>): Join {
  const { type, natural, left, right, on, using } = parts;
  return { kind: 'join', start: left.start, end: endOf(p), type, natural, left, right, on, using };
}

/** `left JOIN right` where right may be joins of its own: they go around the new one. */
function joinLeftmost(left: TableReference, right: TableReference, type: Join['type']): Join {
  if (right.kind === 'join') return { ...right, start: left.start, left: joinLeftmost(left, right.left, type) };
  const { start } = left;
  return { kind: 'join', start, end: right.end, type, natural: false, left, right, on: undefined, using: [] };
}
