import { at, defineRule } from '../../rule.ts';

export const viewOrderBy = defineRule({
  id: 'view-order-by',
  grade: 'N',
  theme: 'programs',
  why: {
    en: 'ORDER BY in a view sorts for everybody who reads it, and is left out when they sort themselves.',
    zh: '视图中的 ORDER BY 对每个使用者都要排序，外层再排序时会被忽略。',
  },
  on: ['create-view', 'alter-view'],
  check: ({ query }) => {
    const [first] = query.orderBy;
    return first && !query.limit && at(first, 'Sort where the view is read.', '请在查询视图时排序。');
  },
});
