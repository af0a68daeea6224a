import { at, defineRule } from '../../rule.ts';
import { bare, columnsIn, conditionsIn, isComparison } from '../../tree/conditions.ts';

const wrappers: ReadonlySet<string> = new Set(['call', 'special-call', 'cast', 'convert-using', 'case']);

export const functionOnColumn = defineRule({
  id: 'function-on-column',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'An index on a column does not help when a function stands around it; bring the column to one side alone, or index the expression.',
    zh: '列被函数包裹后无法使用该列的索引；请让列单独位于一侧，或为表达式建立函数索引。',
  },
  on: ['select', 'update', 'delete', 'join'],
  check: (node) =>
    conditionsIn(node.kind === 'join' ? node.on : node.where).flatMap((condition) => {
      if (condition.kind !== 'binary' || !isComparison(condition.operator)) return [];
      return [condition.left, condition.right]
        .map(bare)
        .filter((side) => wrappers.has(side.kind) && columnsIn(side).length > 0)
        .map((side) =>
          at(
            side,
            'A function around the column keeps its index from being used.',
            '函数包裹了列，无法使用该列的索引。',
          ),
        );
    }),
});
