import { at, defineRule } from '../../rule.ts';

export const planFullIndexScan = defineRule({
  id: 'plan-full-index-scan',
  grade: 'W',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'EXPLAIN says that a whole index is read from end to end.',
    zh: '执行计划显示会扫描整个索引。',
  },
  parameters: { rows: 10000 },
  on: ['statement'],
  check: (statement, { plan }, { rows }) =>
    plan?.steps
      .filter((step) => step.access === 'index' && step.rows > rows)
      .map((step) =>
        at(
          statement,
          `${step.table}: all of ${step.key} is read, about ${step.rows} entries.`,
          `${step.table}：扫描整个索引 ${step.key}，约 ${step.rows} 条。`,
        ),
      ),
});
