import { at, defineRule } from '../../rule.ts';

export const planRangeChecked = defineRule({
  id: 'plan-range-checked',
  grade: 'W',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: '“Range checked for each record” means that no index fits, and one is looked for again at every row.',
    zh: '“Range checked for each record” 表示没有合适的索引，需要逐行重新选择。',
  },
  on: ['statement'],
  check: (statement, { plan }) =>
    plan?.steps
      .filter(({ extra }) => extra.some((one) => one.startsWith('Range checked for each record')))
      .map((step) =>
        at(statement, `${step.table}: an index is chosen anew for every row.`, `${step.table}：逐行重新选择索引。`),
      ),
});
