import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bare, isFixed, sameColumn } from '../../tree/conditions.ts';

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
    if (node.operator !== 'OR' || node.operands.length < 3) return undefined;
    const [first] = node.operands.map(bare);
    const isEqual = (one: Expression): boolean =>
      one.kind === 'binary' &&
      one.operator === '=' &&
      isFixed(one.right) &&
      first?.kind === 'binary' &&
      sameColumn(one.left, first.left);
    return node.operands.map(bare).every(isEqual) && at(node, 'Write it as IN (…).', '请改写为 IN (…)。');
  },
});
