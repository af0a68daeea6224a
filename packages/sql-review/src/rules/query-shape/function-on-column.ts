import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';
import { bare, columnsIn, conditionsIn, isComparison } from '../../tree/conditions.ts';
import { isIndexed } from '../../tree/indexed-expressions.ts';
import { wrapsColumn } from '../../tree/wrapped-columns.ts';

export const functionOnColumn = defineRule({
  id: 'function-on-column',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'An index on a column does not help when a function stands around it; bring the column to one side alone, or index the expression.',
    zh: '列被函数包裹后无法使用该列的索引；请让列单独位于一侧，或为表达式建立函数索引。',
  },
  on: ['select', 'update', 'delete', 'join'],
  check: (node, context) =>
    conditionsIn(node.kind === 'join' ? node.on : node.where)
      .flatMap((condition): readonly Expression[] => {
        if (condition.kind === 'binary')
          return isComparison(condition.operator) ? [condition.left, condition.right] : [];
        // A condition that is nothing but a call: ISNULL(a).
        return isCallOf(condition, 'ISNULL', 'STRCMP', 'LENGTH', 'CHAR_LENGTH') ? [condition] : [];
      })
      .map(bare)
      .filter((side) => wrapsColumn(side) && !columnsIn(side).every(context.isVariable) && !isIndexed(side, context))
      .map((side) =>
        at(side, 'A function around the column keeps its index from being used.', '函数包裹了列，无法使用该列的索引。'),
      ),
});
