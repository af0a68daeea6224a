import { at, defineRule } from '../../rule.ts';

export const planSkipScan = defineRule({
  id: 'plan-skip-scan',
  grade: 'N',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'A skip scan jumps over the first column of the index: an index that begins with the filter is better.',
    zh: '跳跃扫描跳过了索引首列，以过滤列开头的索引更好。',
  },
  on: ['statement'],
  check: (statement, { plan }) =>
    plan?.steps
      .filter(({ extra }) => extra.includes('Using index for skip scan'))
      .map((step) =>
        at(statement, `${step.table}: a skip scan of ${step.key}.`, `${step.table}：对 ${step.key} 进行跳跃扫描。`),
      ),
});
