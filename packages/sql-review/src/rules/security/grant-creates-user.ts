import { at, defineRule } from '../../rule.ts';
import { mysqlBefore } from '../../versions.ts';

export const grantCreatesUser = defineRule({
  id: 'grant-creates-user',
  grade: 'W',
  theme: 'security',
  why: {
    en: 'GRANT … IDENTIFIED BY made accounts before MySQL 8 and is an error since: create the account first.',
    zh: 'GRANT … IDENTIFIED BY 在 MySQL 8 之前会隐式建账号，之后会报错：请先创建账号。',
  },
  versions: mysqlBefore(80000),
  on: ['grant'],
  check: ({ to }) =>
    to
      .filter(({ factors }) => factors.length > 0)
      .map((user) => at(user, 'Create the account with CREATE USER.', '请使用 CREATE USER 创建账号。')),
});
