import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bare, columnsIn, conditionsIn, isComparison } from '../../tree/conditions.ts';

export const mathOnColumn = defineRule({
  id: 'math-on-column',
  grade: 'W',
  theme: 'conditions',
  why: {
    en: 'Arithmetic on a filter column keeps its index from being used: move it to the other side.',
    zh: '对过滤列做运算会导致索引失效，请把运算移到另一侧。',
  },
  on: ['select', 'update', 'delete'],
  check: ({ where }) =>
    conditionsIn(where).flatMap((condition) => {
      if (condition.kind !== 'binary' || !isComparison(condition.operator)) return [];
      const sides = [bare(condition.left), bare(condition.right)];
      const isMath = (side: Expression) =>
        ((side.kind === 'binary' && ['+', '-', '*', '/', '%', 'DIV', 'MOD'].includes(side.operator)) ||
          (side.kind === 'unary' && side.operator === '-')) &&
        columnsIn(side).length === 1;
      return sides
        .filter((side, place) => isMath(side) && columnsIn(sides[1 - place] ?? side).length === 0)
        .map((side) => at(side, 'The index of the column is not used.', '无法使用该列的索引。'));
    }),
});
