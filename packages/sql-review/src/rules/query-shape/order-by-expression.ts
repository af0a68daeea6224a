import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';
import { bare, columnsIn } from '../../tree/conditions.ts';

export const orderByExpression = defineRule({
  id: 'order-by-expression',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'Sorting by an expression needs a sort of all rows; an index on the column does not help.',
    zh: '按表达式排序必须对全部行排序，列上的索引用不上。',
  },
  on: ['query'],
  check: ({ orderBy }) =>
    orderBy
      .filter(({ expression }) => {
        const inner = bare(expression);
        const isMade =
          inner.kind === 'call' || inner.kind === 'binary' || inner.kind === 'case' || inner.kind === 'cast';
        return (
          isMade &&
          columnsIn(inner).length > 0 &&
          !isCallOf(inner, 'RAND') &&
          !(inner.kind === 'binary' && inner.operator === 'COLLATE')
        );
      })
      .map((item) => at(item, 'Sorts by an expression over columns.', '按列的表达式排序。')),
});
