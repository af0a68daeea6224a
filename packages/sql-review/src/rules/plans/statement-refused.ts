import { at, defineRule } from '../../rule.ts';

export const statementRefused = defineRule({
  id: 'statement-refused',
  grade: 'E',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'The server itself refuses the statement.',
    zh: '服务器拒绝执行该语句。',
  },
  on: ['statement'],
  check: (statement, { plan }) =>
    plan?.error &&
    at(statement, `Error ${plan.error.code}: ${plan.error.message}`, `错误 ${plan.error.code}：${plan.error.message}`),
});
