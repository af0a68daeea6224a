import { at, defineRule } from '../../rule.ts';

export const planDependentSubquery = defineRule({
  id: 'plan-dependent-subquery',
  grade: 'W',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'A dependent subquery is run anew for each row of the query around it.',
    zh: '相关子查询会对外层的每一行重新执行。',
  },
  on: ['statement'],
  check: (statement, { plan }) =>
    plan?.steps
      .filter(({ selectType }) => selectType.startsWith('DEPENDENT') || selectType.startsWith('UNCACHEABLE'))
      .map((step) => at(statement, `${step.table}: ${step.selectType}.`, `${step.table}：${step.selectType}。`)),
});
