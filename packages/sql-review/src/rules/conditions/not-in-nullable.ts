import { at, defineRule } from '../../rule.ts';
import { bare, conjuncts, sameColumn } from '../../tree/conditions.ts';

export const notInNullable = defineRule({
  id: 'not-in-nullable',
  grade: 'E',
  theme: 'conditions',
  tier: 'schema',
  why: {
    en: 'NOT IN over a column that may be NULL gives no row at all as soon as one NULL is there.',
    zh: 'NOT IN 的子查询列可能为 NULL 时，只要出现一个 NULL 就查不到任何行。',
  },
  on: ['in-query'],
  check: (node, { columnOf }) => {
    const { body } = node.query;
    if (!node.not || body.kind !== 'select' || body.items.length !== 1) return undefined;
    const [item] = body.items;
    const column = item && bare(item.expression);
    const stored = column?.kind === 'column' ? columnOf(column) : undefined;
    const isTested = conjuncts(body.where).some(
      (condition) => condition.kind === 'is' && condition.not && column && sameColumn(condition.operand, column),
    );
    return (
      stored?.column.isNullable &&
      !isTested &&
      item &&
      at(
        item,
        `${stored.column.name} may be NULL: use NOT EXISTS.`,
        `${stored.column.name} 可能为 NULL，请改用 NOT EXISTS。`,
      )
    );
  },
});
