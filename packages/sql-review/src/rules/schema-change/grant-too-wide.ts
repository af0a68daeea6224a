import { at, defineRule } from '../../rule.ts';

export const grantTooWide = defineRule({
  id: 'grant-too-wide',
  grade: 'X',
  theme: 'schema-change',
  why: {
    en: 'Rights on everything, or the right to hand rights on, cannot be taken back from what was done with them.',
    zh: '授予全部对象的权限或再授权的权力，事后即使收回，也无法撤销已经造成的后果。',
  },
  on: ['grant'],
  check: ({ privileges, object, grantOption }) => {
    const isAll = privileges.some(({ name }) => name === 'ALL' || name === 'ALL PRIVILEGES');
    const isWide = (isAll && object.scope !== 'OBJECT') || object.scope === 'GLOBAL' || grantOption;
    return (
      isWide && at(object, 'These rights reach further than one application needs.', '授予的权限超出了单个应用的需要。')
    );
  },
});
