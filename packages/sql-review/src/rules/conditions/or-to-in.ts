import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bare, columnKey, isFixed, repeated } from '../../tree/conditions.ts';

/** The column of `column = value`, `value = column` and `column IN (…)`. */
function comparedColumn(one: Expression): string | undefined {
  if (one.kind === 'in-list') return one.not ? undefined : columnKey(one.operand);
  if (one.kind !== 'binary' || one.operator !== '=') return undefined;
  return isFixed(one.right) ? columnKey(one.left) : isFixed(one.left) ? columnKey(one.right) : undefined;
}

export const orToIn = defineRule({
  id: 'or-to-in',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'OR over one column is an IN list, which is shorter and used as one range.',
    zh: '同一列的多个 OR 条件可写成 IN，更简洁。',
  },
  on: ['logical'],
  check: (node) => {
    if (node.operator !== 'OR') return undefined;
    return (
      repeated(node.operands.map(bare), comparedColumn).length > 0 &&
      at(node, 'Write it as IN (…).', '请改写为 IN (…)。')
    );
  },
});
