import { at, defineRule } from '../../rule.ts';

export const planFiltered = defineRule({
  id: 'plan-filtered',
  grade: 'N',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'Nearly all rows that are read are thrown away: the index used is not the one that is needed.',
    zh: '读取的行绝大部分被丢弃，说明使用的索引不合适。',
  },
  parameters: { rows: 1000, percent: 10 },
  on: ['statement'],
  check: (statement, { plan }, { rows, percent }) =>
    plan?.steps
      .filter((step) => step.rows > rows && step.filtered < percent)
      .map((step) =>
        at(
          statement,
          `${step.table}: ${step.filtered} % of about ${step.rows} rows pass.`,
          `${step.table}：约 ${step.rows} 行中仅 ${step.filtered}% 满足条件。`,
        ),
      ),
});
