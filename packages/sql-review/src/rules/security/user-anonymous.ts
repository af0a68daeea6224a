import { at, defineRule } from '../../rule.ts';

export const userAnonymous = defineRule({
  id: 'user-anonymous',
  grade: 'E',
  theme: 'security',
  why: {
    en: 'An account without a name takes in everybody.',
    zh: '没有用户名的匿名账号对所有人开放。',
  },
  on: ['define-user', 'grant'],
  check: (node) =>
    (node.kind === 'grant' ? node.to : node.users)
      .filter(({ account }) => account.user === '')
      .map(({ account }) => at(account, 'An anonymous account.', '匿名账号。')),
});
