import { at, defineRule } from '../../rule.ts';

export const aliasNoAs = defineRule({
  id: 'alias-no-as',
  grade: 'N',
  off: true,
  theme: 'naming',
  about: 'text',
  why: {
    en: 'With AS an alias is told from a forgotten comma.',
    zh: '写上 AS 可以避免与漏写逗号混淆。',
  },
  on: ['select-item'],
  check: ({ expression, alias }, { tokens }) =>
    alias &&
    !tokens.text.slice(expression.end, alias.start).toUpperCase().includes('AS') &&
    at(alias, 'Write AS.', '请写上 AS。'),
});
