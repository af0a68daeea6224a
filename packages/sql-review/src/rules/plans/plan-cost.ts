import { at, defineRule } from '../../rule.ts';

export const planCost = defineRule({
  id: 'plan-cost',
  grade: 'W',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'The optimizer itself thinks this dear.',
    zh: '优化器估算的代价过高。',
  },
  parameters: { maximum: 100000 },
  on: ['statement'],
  check: (statement, { plan }, { maximum }) =>
    plan?.cost !== undefined &&
    plan.cost > maximum &&
    at(statement, `Cost ${Math.round(plan.cost)}.`, `代价为 ${Math.round(plan.cost)}。`),
});
