import { at, defineRule } from '../../rule.ts';

export const indexPrefixUnique = defineRule({
  id: 'index-prefix-unique',
  grade: 'W',
  theme: 'indexes',
  why: {
    en: 'A unique index over the beginning of a text refuses texts that begin alike.',
    zh: '唯一索引使用前缀时，前缀相同的值会冲突。',
  },
  on: ['index-definition', 'create-index'],
  check: ({ type, parts }) =>
    type === 'UNIQUE' &&
    parts.filter(({ length }) => length).map((part) => at(part, 'Only the beginning is unique.', '仅前缀唯一。')),
});
