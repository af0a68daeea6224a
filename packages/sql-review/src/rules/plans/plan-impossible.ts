import { at, defineRule } from '../../rule.ts';

export const planImpossible = defineRule({
  id: 'plan-impossible',
  grade: 'W',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'The optimizer sees that no row can come.',
    zh: '优化器判断不可能有匹配的行。',
  },
  on: ['statement'],
  check: (statement, { plan }) =>
    plan?.steps
      .filter(({ extra }) =>
        extra.some((one) => one.startsWith('Impossible WHERE') || one === 'no matching row in const table'),
      )
      .map(() => at(statement, 'No row can match.', '不可能有匹配的行。')),
});
