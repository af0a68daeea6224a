import { at, defineRule } from '../../rule.ts';

export const grantSystemSchema = defineRule({
  id: 'grant-system-schema',
  grade: 'E',
  theme: 'security',
  about: 'names',
  why: {
    en: 'Rights on the schema mysql are rights on every account.',
    zh: '对 mysql 库的权限等同于对所有账号的权限。',
  },
  on: ['grant'],
  check: ({ object }) =>
    object.schema &&
    object.schema.name.toLowerCase() === 'mysql' &&
    at(object, 'This schema holds the accounts.', '该库保存了账号信息。'),
});
