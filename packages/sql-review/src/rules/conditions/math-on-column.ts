import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bare, columnsIn, conditionsIn, isComparison } from '../../tree/conditions.ts';
import { isIndexed } from '../../tree/indexed-expressions.ts';

export const mathOnColumn = defineRule({
  id: 'math-on-column',
  grade: 'W',
  theme: 'conditions',
  why: {
    en: 'Arithmetic on a filter column keeps its index from being used: move it to the other side.',
    zh: '对过滤列做运算会导致索引失效，请把运算移到另一侧。',
  },
  on: ['select', 'update', 'delete', 'join'],
  check: (node, context) =>
    conditionsIn(node.kind === 'join' ? node.on : node.where)
      .flatMap((condition) => {
        if (condition.kind === 'in-list' || condition.kind === 'between')
          return [bare(condition.operand)].filter(isMath);
        if (condition.kind !== 'binary' || !isComparison(condition.operator)) return [];
        const sides = [bare(condition.left), bare(condition.right)];
        return sides.filter((side, place) => isMath(side) && columnsIn(sides[1 - place] ?? side).length === 0);
      })
      .filter((side) => !columnsIn(side).every(context.isVariable) && !isIndexed(side, context))
      .map((side) => at(side, 'The index of the column is not used.', '无法使用该列的索引。')),
});

const operators: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', 'DIV', 'MOD', '&', '|', '^', '<<', '>>']);

/** Over one column: two of them have no index together, whatever is written. */
const isMath = (side: Expression): boolean =>
  ((side.kind === 'binary' && operators.has(side.operator)) ||
    (side.kind === 'unary' && (side.operator === '-' || side.operator === '~'))) &&
  columnsIn(side).length === 1;
