import { at, defineRule } from '../../rule.ts';

export const dmlLimit = defineRule({
  id: 'dml-limit',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'Which rows LIMIT takes is not fixed without a unique order: the replica, or a second run, may change others.',
    zh: '没有唯一的排序时，LIMIT 选中哪些行并不确定：从库重放或再次执行可能改到别的行。',
  },
  on: ['update', 'delete'],
  check: ({ limit }) =>
    limit &&
    at(
      limit,
      'LIMIT in a change: which rows it takes may differ between runs.',
      '变更语句使用了 LIMIT：每次执行影响的行可能不同。',
    ),
});
