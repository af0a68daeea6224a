import { at, defineRule } from '../../rule.ts';

export const userPasswordNeverExpires = defineRule({
  id: 'user-password-never-expires',
  grade: 'N',
  theme: 'security',
  why: {
    en: 'PASSWORD EXPIRE NEVER keeps a leaked password valid for ever.',
    zh: 'PASSWORD EXPIRE NEVER 使泄露的密码永久有效。',
  },
  on: ['account-option'],
  check: (option) => option.name === 'PASSWORD EXPIRE NEVER' && at(option, 'It never expires.', '密码永不过期。'),
});
