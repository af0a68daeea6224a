import type { Expression, Select } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { bare, conjuncts, isComparison, sameColumn, sidesOf } from '../../tree/conditions.ts';

export const notInNullable = defineRule({
  id: 'not-in-nullable',
  grade: 'E',
  theme: 'conditions',
  tier: 'schema',
  why: {
    en: 'NOT IN over a column that may be NULL gives no row at all as soon as one NULL is there.',
    zh: 'NOT IN 的子查询列可能为 NULL 时，只要出现一个 NULL 就查不到任何行。',
  },
  on: ['in-query', 'quantified'],
  check: (node, context) => {
    const { body } = node.query;
    const isNegative =
      node.kind === 'in-query'
        ? node.not !== isDenied(node, context)
        : node.quantifier === 'ALL' && (node.operator === '<>' || node.operator === '!=');
    if (!isNegative || body.kind !== 'select') return undefined;
    return body.items
      .filter(({ expression }) => expression.kind !== 'star' && mayBeNull(expression, body, context))
      .map((item) => at(item, 'This may be NULL: use NOT EXISTS.', '该列可能为 NULL，请改用 NOT EXISTS。'));
  },
});

/** NOT (a IN (…)). */
function isDenied(node: Expression, { parentOf }: Context): boolean {
  let above = parentOf(node);
  while (above?.kind === 'parenthesised') above = parentOf(above);
  return above?.kind === 'unary' && 'operator' in above && (above.operator === 'NOT' || above.operator === '!');
}

/** A column that may be NULL and is not tested, or MAX() and its kin over what may be no rows at all. */
function mayBeNull(expression: Expression, { where, groupBy }: Select, { columnOf }: Context): boolean {
  const value = bare(expression);
  if (value.kind === 'aggregate' && !value.over)
    return groupBy === undefined && ['MAX', 'MIN', 'SUM', 'AVG'].includes(value.name);
  if (value.kind !== 'column' || !columnOf(value)?.column.isNullable) return false;
  return !conjuncts(where).some((condition) => refusesNull(condition, value));
}

/** A condition that is never true of NULL. */
function refusesNull(condition: Expression, column: Expression): boolean {
  if (!sidesOf(condition).some((side) => sameColumn(side, column))) return false;
  if (condition.kind === 'is') return condition.not;
  if (condition.kind === 'binary') return isComparison(condition.operator) && condition.operator !== '<=>';
  return ['between', 'in-list', 'in-query', 'like'].includes(condition.kind);
}
