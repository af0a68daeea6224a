import { at, defineRule } from '../../rule.ts';

export const dmlOrderBy = defineRule({
  id: 'dml-order-by',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'Sorting before changing costs a sort under locks and seldom has a meaning for the result.',
    zh: '先排序再变更需要在持锁期间排序，而对结果通常没有意义。',
  },
  on: ['update', 'delete'],
  check: ({ orderBy: [first] }) =>
    first &&
    at(first, 'ORDER BY in a change sorts rows while they are locked.', '变更语句使用了 ORDER BY，会在持锁期间排序。'),
});
