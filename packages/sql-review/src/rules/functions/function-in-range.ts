import { at, defineRule } from '../../rule.ts';
import { bare, columnsIn, conditionsIn } from '../../tree/conditions.ts';

export const functionInRange = defineRule({
  id: 'function-in-range',
  grade: 'N',
  theme: 'functions',
  why: {
    en: 'A function around a column of IN or BETWEEN keeps its index from being used.',
    zh: '对 IN、BETWEEN 中的列使用函数会导致索引失效。',
  },
  on: ['select', 'update', 'delete'],
  check: ({ where }) =>
    conditionsIn(where).flatMap((condition) => {
      if (condition.kind !== 'in-list' && condition.kind !== 'between') return [];
      const side = bare(condition.operand);
      return side.kind === 'call' && columnsIn(side).length > 0
        ? [at(side, 'The index of the column is not used.', '无法使用该列的索引。')]
        : [];
    }),
});
