import { at, defineRule } from '../../rule.ts';

export const planSelectType = defineRule({
  id: 'plan-select-type',
  grade: 'W',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'A part of the statement is run in a way the policy lists: MATERIALIZED writes the whole of a subquery into a temporary table first. Dependent ones are plan-dependent-subquery’s.',
    zh: '语句的某一部分采用了策略所列的执行方式：MATERIALIZED 会先把整个子查询写入临时表。相关子查询由 plan-dependent-subquery 负责。',
  },
  parameters: { types: ['MATERIALIZED', 'MATERIALIZED UNION'], rows: 1000 },
  on: ['statement'],
  check: (statement, { plan }, { types, rows }) =>
    plan?.steps
      .filter((step) => types.includes(step.selectType.toUpperCase()) && step.rows > rows)
      .map((step) => at(statement, `${step.table}: ${step.selectType}.`, `${step.table}：${step.selectType}。`)),
});
