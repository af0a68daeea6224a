import type { Logical } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';

export const conditionsMany = defineRule({
  id: 'conditions-many',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'A filter of very many conditions is made by a machine: a table to join with is better.',
    zh: '条件过多的语句通常是程序拼接的，改为与临时表连接更好。',
  },
  parameters: { maximum: 20 },
  on: ['logical'],
  check: (node, { parentOf }, { maximum }) => {
    // Asked once for a whole filter, at its outermost AND or OR.
    let above = parentOf(node);
    while (above?.kind === 'parenthesised') above = parentOf(above);
    if (above?.kind === 'logical') return undefined;
    const count = countConditions(node);
    return count > maximum && at(node, `${count} conditions in a filter.`, `过滤条件包含 ${count} 个判断。`);
  },
});

const countConditions = (node: Logical): number =>
  node.operands.reduce((sum, operand) => {
    const inner = bare(operand);
    return sum + (inner.kind === 'logical' ? countConditions(inner) : 1);
  }, 0);
