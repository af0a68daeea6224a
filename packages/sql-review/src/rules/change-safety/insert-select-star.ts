import { at, defineRule } from '../../rule.ts';

export const insertSelectStar = defineRule({
  id: 'insert-select-star',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'SELECT * fills columns by their order: one column added to either table breaks the statement or shifts the values.',
    zh: 'SELECT * 按列顺序写入：任意一张表增加列后，语句会报错或发生错位。',
  },
  on: ['insert'],
  check: ({ query }) =>
    query?.body.kind === 'select'
      ? query.body.items
          .filter(({ expression }) => expression.kind === 'star')
          .map((item) => at(item, 'Name the columns that are copied.', '请写明要复制的列。'))
      : undefined,
});
