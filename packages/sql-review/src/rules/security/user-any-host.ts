import { at, defineRule } from '../../rule.ts';

export const userAnyHost = defineRule({
  id: 'user-any-host',
  grade: 'W',
  theme: 'security',
  why: {
    en: 'An account of any host is tried from everywhere.',
    zh: '主机为 % 的账号可以从任何地方尝试登录。',
  },
  on: ['define-user'],
  check: ({ users, verb }) =>
    verb === 'CREATE'
      ? users
          .filter(({ account }) => account.user !== undefined && (account.host === undefined || account.host === '%'))
          .map(({ account }) => at(account, 'Name the hosts.', '请限定来源主机。'))
      : undefined,
});
