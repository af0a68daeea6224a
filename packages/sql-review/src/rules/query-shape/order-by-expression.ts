import { type Expression, walk } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';
import { bare, columnsIn } from '../../tree/conditions.ts';

const made: ReadonlySet<string> = new Set(['call', 'special-call', 'binary', 'unary', 'case', 'cast', 'convert-using']);

/** What is gathered is sorted after the groups are made. */
function hasAggregate(root: Expression): boolean {
  let found = false;
  walk(root, ({ kind }) => {
    if (kind === 'aggregate') found = true;
    return kind === 'query' ? 'skip' : undefined;
  });
  return found;
}

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
        return (
          made.has(inner.kind) &&
          columnsIn(inner).length > 0 &&
          !hasAggregate(inner) &&
          !isCallOf(inner, 'RAND') &&
          !(inner.kind === 'binary' && inner.operator === 'COLLATE')
        );
      })
      .map((item) => at(item, 'Sorts by an expression over columns.', '按列的表达式排序。')),
});
