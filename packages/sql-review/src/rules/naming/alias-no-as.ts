import { at, defineRule } from '../../rule.ts';
import { tokensBetween } from '../../tree/tokens.ts';

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
    !tokensBetween(tokens, expression.end, alias.start).some(({ sign }) => sign === 'AS') &&
    at(alias, 'Write AS.', '请写上 AS。'),
  fix: ({ start }) => [{ start, end: start, text: 'AS ' }],
});
