import { at, defineRule } from '../../rule.ts';

export const planRows = defineRule({
  id: 'plan-rows',
  grade: 'E',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'The plan looks at more rows than an application should wait for.',
    zh: '执行计划需要检查的行数过多。',
  },
  parameters: { maximum: 1000000 },
  on: ['statement'],
  check: (statement, { plan }, { maximum }) => {
    const rows = plan?.steps.reduce((product, step) => product * Math.max(1, step.rows), 1) ?? 0;
    return (
      (plan?.steps.length ?? 0) > 0 &&
      rows > maximum &&
      at(statement, `About ${rows} rows are looked at.`, `约需检查 ${rows} 行。`)
    );
  },
});
