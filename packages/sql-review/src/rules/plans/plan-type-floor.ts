import { at, defineRule } from '../../rule.ts';

const order = [
  'system',
  'const',
  'eq_ref',
  'ref',
  'fulltext',
  'ref_or_null',
  'index_merge',
  'unique_subquery',
  'index_subquery',
  'range',
  'index',
  'ALL',
];

export const planTypeFloor = defineRule({
  id: 'plan-type-floor',
  grade: 'W',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'The access is worse than the policy allows.',
    zh: '访问类型低于规范要求。',
  },
  parameters: { worst: 'range', rows: 1000 },
  on: ['statement'],
  check: (statement, { plan }, { worst, rows }) =>
    plan?.steps
      .filter(
        (step) => !step.table.startsWith('<') && step.rows > rows && order.indexOf(step.access) > order.indexOf(worst),
      )
      .map((step) =>
        at(
          statement,
          `${step.table}: ${step.access} is worse than ${worst}.`,
          `${step.table}：${step.access} 低于 ${worst}。`,
        ),
      ),
});
