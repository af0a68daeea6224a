import { at, defineRule } from '../../rule.ts';

export const planIndexMerge = defineRule({
  id: 'plan-index-merge',
  grade: 'N',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'Two indexes are read and merged: one over both columns does it in one go.',
    zh: '需要读取并合并两个索引，建立联合索引更高效。',
  },
  on: ['statement'],
  check: (statement, { plan }) =>
    plan?.steps
      .filter(({ access }) => access === 'index_merge')
      .map((step) => at(statement, `${step.table}: indexes are merged.`, `${step.table}：使用了索引合并。`)),
});
