import { at, defineRule } from '../../rule.ts';

export const planJoinBuffer = defineRule({
  id: 'plan-join-buffer',
  grade: 'W',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'A join buffer stands in for an index: the joined table is read whole, once or many times.',
    zh: '使用连接缓冲说明被连接的表没有合适的索引，需要整表读取。',
  },
  parameters: { rows: 1000 },
  on: ['statement'],
  check: (statement, { plan }, { rows }) =>
    plan?.steps
      .filter((step) => step.extra.some((one) => one.startsWith('Using join buffer')) && step.rows > rows)
      .map((step) => at(statement, `${step.table}: joined without an index.`, `${step.table}：连接没有使用索引。`)),
});
