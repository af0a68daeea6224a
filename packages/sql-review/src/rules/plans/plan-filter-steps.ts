import { at, defineRule } from '../../rule.ts';

export const planFilterSteps = defineRule({
  id: 'plan-filter-steps',
  grade: 'N',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'Many steps of the plan throw rows away after reading them: conditions stand where no index can answer them.',
    zh: '执行计划中有多个步骤先读取再过滤，说明这些条件无法由索引完成。',
  },
  parameters: { maximum: 4 },
  on: ['statement'],
  check: (statement, { plan }, { maximum }) => {
    const count = plan?.steps.filter(({ extra }) => extra.some((one) => one.startsWith('Using where'))).length ?? 0;
    return (
      count > maximum && at(statement, `${count} steps filter what they read.`, `有 ${count} 个步骤在读取后再过滤。`)
    );
  },
});
