import { at, defineRule } from '../../rule.ts';

export const booleanWide = defineRule({
  id: 'boolean-wide',
  grade: 'N',
  theme: 'column-types',
  about: 'names',
  why: {
    en: 'A flag needs one byte: INT and BIGINT take four and eight.',
    zh: '标志位只需 1 字节，INT、BIGINT 会占用 4 或 8 字节。',
  },
  on: ['column-definition'],
  check: ({ name, type }) =>
    type &&
    ['INT', 'INTEGER', 'BIGINT'].includes(type.name) &&
    ['is', 'has'].includes(name.name.toLowerCase().split('_')[0] ?? '') &&
    name.name.includes('_') &&
    at(type, 'TINYINT is enough for a flag.', '标志位使用 TINYINT 即可。'),
});
