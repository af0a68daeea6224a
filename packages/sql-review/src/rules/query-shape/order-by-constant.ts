import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';

export const orderByConstant = defineRule({
  id: 'order-by-constant',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'Sorting by a constant sorts nothing: a string or NULL is no column.',
    zh: '按常量排序没有意义：字符串和 NULL 不是列。',
  },
  on: ['query'],
  check: ({ orderBy }) =>
    orderBy
      .filter(({ expression }) => {
        const inner = bare(expression);
        return (
          (inner.kind === 'literal' && inner.type !== 'integer') ||
          (inner.kind === 'literal' && expression.kind === 'parenthesised')
        );
      })
      .map((item) => at(item, 'Sorts by a constant.', '按常量排序。')),
});
