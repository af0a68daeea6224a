import { at, defineRule } from '../../rule.ts';
import { bare, columnsIn } from '../../tree/conditions.ts';

export const groupByExpression = defineRule({
  id: 'group-by-expression',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'Grouping by an expression builds a temporary table; a generated column with an index would not.',
    zh: '按表达式分组需要临时表；可改用带索引的生成列。',
  },
  on: ['group-by'],
  check: ({ items }) =>
    items
      .filter(({ expression }) => {
        const inner = bare(expression);
        return (
          ['call', 'binary', 'unary', 'case', 'cast', 'convert-using', 'special-call'].includes(inner.kind) &&
          columnsIn(inner).length > 0
        );
      })
      .map((item) => at(item, 'Groups by an expression over columns.', '按列的表达式分组。')),
});
