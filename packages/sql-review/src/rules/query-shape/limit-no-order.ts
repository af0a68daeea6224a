import type { Select } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { numberIn } from '../../tree/calls.ts';
import { columnsIn } from '../../tree/conditions.ts';
import { fixedColumns, fixesUniqueKey } from '../../tree/fixed-columns.ts';
import { isSingle } from '../../tree/grouping.ts';

export const limitNoOrder = defineRule({
  id: 'limit-no-order',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'Without ORDER BY the server may return any rows: two pages can show one row twice and leave out another.',
    zh: '没有 ORDER BY 时返回哪些行并不确定：分页时可能重复或遗漏。',
  },
  on: ['query'],
  check: (query, context) => {
    const { limit, orderBy, body } = query;
    if (!limit || orderBy.length > 0 || numberIn(limit.count) === 0) return undefined;
    if (body.kind === 'select' && (body.from.length === 0 || isSettled(body, numberIn(limit.count) === 1, context)))
      return undefined;
    if (context.parentOf(query)?.kind === 'exists' || (body.kind !== 'select' && body.kind !== 'set-operation'))
      return undefined;
    return at(
      limit,
      'LIMIT without ORDER BY: which rows come is not fixed.',
      'LIMIT 没有配合 ORDER BY：返回哪些行并不确定。',
    );
  },
});

/** Whether the same rows come in any order: there is one at most, or all of them look alike. */
function isSettled(select: Select, isOne: boolean, context: Context): boolean {
  if (!select.groupBy && select.items.some(({ expression }) => expression.kind === 'aggregate' && !expression.over))
    return true;
  // LIMIT 1 of a constant asks whether there is a row.
  if (isOne && select.items.every(({ expression }) => expression.kind !== 'star' && columnsIn(expression).length === 0))
    return true;
  const fixed = fixedColumns(select, context);
  // Where nobody knows the keys, the name of the column tells, and LIMIT 1 that its writer knows of one row.
  return (
    fixesUniqueKey(select, context) ?? (isSingle(select.from) && (fixed.includes('id') || (isOne && fixed.length > 0)))
  );
}
