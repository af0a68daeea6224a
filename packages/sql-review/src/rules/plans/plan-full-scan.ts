import { at, defineRule } from '../../rule.ts';

export const planFullScan = defineRule({
  id: 'plan-full-scan',
  grade: 'E',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'EXPLAIN says that every row of the table is read.',
    zh: '执行计划显示会读取表中的所有行。',
  },
  parameters: { rows: 10000 },
  on: ['statement'],
  check: (statement, { plan }, { rows }) =>
    plan?.steps
      .filter((step) => step.access === 'ALL' && !step.table.startsWith('<') && step.rows > rows)
      .map((step) =>
        at(
          statement,
          `${step.table}: a full scan of about ${step.rows} rows.`,
          `${step.table}：全表扫描约 ${step.rows} 行。`,
        ),
      ),
});
