import { at, defineRule } from '../../rule.ts';
import { stringIn } from '../../tree/calls.ts';

export const userNoPassword = defineRule({
  id: 'user-no-password',
  grade: 'E',
  theme: 'security',
  why: {
    en: 'An account without a password is open to everybody who reaches the port.',
    zh: '没有密码的账号对所有能访问端口的人开放。',
  },
  on: ['define-user'],
  check: ({ users, verb }) =>
    verb === 'CREATE'
      ? users
          .filter(
            ({ factors }) =>
              factors.length === 0 ||
              factors.every(
                ({ form, plugin, secret }) =>
                  (form === undefined && plugin === undefined) || (form === 'BY' && stringIn(secret) === ''),
              ),
          )
          .map((user) => at(user, 'No password.', '没有密码。'))
      : undefined,
});
