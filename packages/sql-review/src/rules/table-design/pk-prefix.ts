import { at, defineRule } from '../../rule.ts';

export const pkPrefix = defineRule({
  id: 'pk-prefix',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'A primary key over the beginning of a text refuses texts that begin alike.',
    zh: '主键使用前缀时，前缀相同的值会冲突。',
  },
  on: ['index-definition'],
  check: ({ type, parts }) =>
    type === 'PRIMARY KEY' &&
    parts
      .filter(({ length }) => length)
      .map((part) => at(part, 'Only the beginning of the column is the key.', '主键只取了该列的前缀。')),
});
