import { at, defineRule } from '../../rule.ts';

export const grantAdminOption = defineRule({
  id: 'grant-admin-option',
  grade: 'W',
  theme: 'security',
  why: {
    en: 'WITH ADMIN OPTION lets the account hand the role on.',
    zh: 'WITH ADMIN OPTION 允许账号继续转授角色。',
  },
  on: ['grant-role'],
  check: (statement) => statement.adminOption && at(statement, 'The role may be handed on.', '角色可以被继续转授。'),
});
