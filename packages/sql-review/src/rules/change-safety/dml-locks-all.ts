import { at, defineRule } from '../../rule.ts';

export const dmlLocksAll = defineRule({
  id: 'dml-locks-all',
  grade: 'E',
  theme: 'change-safety',
  tier: 'explain',
  why: {
    en: 'A change without a usable index locks every row it looks at under REPEATABLE READ.',
    zh: '变更没有可用索引时，在 REPEATABLE READ 下会锁住扫描到的所有行。',
  },
  parameters: { rows: 100 },
  on: ['update', 'delete'],
  check: (change, { plan }, { rows }) =>
    plan?.steps
      .filter(
        (step) =>
          (step.access === 'ALL' || step.access === 'index') && step.rows > rows && step.selectType !== 'SUBQUERY',
      )
      .slice(0, 1)
      .map((step) =>
        at(change, `${step.table}: about ${step.rows} rows are locked.`, `${step.table}：约锁定 ${step.rows} 行。`),
      ),
});
