import { at, defineRule } from '../../rule.ts';

export const planNoIndex = defineRule({
  id: 'plan-no-index',
  grade: 'W',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'There is no index the plan could have used.',
    zh: '没有任何可供使用的索引。',
  },
  parameters: { rows: 1000 },
  on: ['statement'],
  check: (statement, { plan }, { rows }) =>
    plan?.steps
      .filter(
        (step) =>
          step.key === undefined && step.possibleKeys.length === 0 && step.rows > rows && !step.table.startsWith('<'),
      )
      .map((step) =>
        at(statement, `${step.table}: no index fits this filter.`, `${step.table}：没有符合过滤条件的索引。`),
      ),
});
