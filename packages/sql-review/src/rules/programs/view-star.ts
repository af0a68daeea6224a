import { at, defineRule } from '../../rule.ts';

export const viewStar = defineRule({
  id: 'view-star',
  grade: 'W',
  theme: 'programs',
  why: {
    en: 'A view keeps the columns * had on the day it was made.',
    zh: '视图中的 * 在创建时就固定为当时的列。',
  },
  on: ['create-view', 'alter-view'],
  check: ({ query }) =>
    query.body.kind === 'select'
      ? query.body.items
          .filter(({ expression }) => expression.kind === 'star')
          .map((item) => at(item, 'Name the columns of the view.', '请写明视图的列。'))
      : undefined,
});
