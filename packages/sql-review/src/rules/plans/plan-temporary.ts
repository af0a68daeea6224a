import { at, defineRule } from '../../rule.ts';

export const planTemporary = defineRule({
  id: 'plan-temporary',
  grade: 'N',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'The result goes through a temporary table.',
    zh: '结果需要经过临时表。',
  },
  parameters: { rows: 1000 },
  on: ['statement'],
  check: (statement, { plan }, { rows }) =>
    plan?.steps
      .filter((step) => step.extra.includes('Using temporary') && step.rows > rows)
      .map((step) =>
        at(
          statement,
          `${step.table}: a temporary table for about ${step.rows} rows.`,
          `${step.table}：约 ${step.rows} 行使用临时表。`,
        ),
      ),
});
