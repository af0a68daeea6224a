import { at, defineRule } from '../../rule.ts';

export const dmlNoRows = defineRule({
  id: 'dml-no-rows',
  grade: 'N',
  theme: 'change-safety',
  tier: 'explain',
  why: {
    en: 'The change meets no row: it is done already, or its filter is wrong.',
    zh: '变更没有匹配任何行：可能已经执行过，或条件有误。',
  },
  on: ['update', 'delete'],
  check: (change, { plan, statement }) =>
    change === statement &&
    plan?.affectedRows?.isExact &&
    plan.affectedRows.count === 0 &&
    at(change, 'No row is changed.', '没有任何行会被修改。'),
});
