import { at, defineRule } from '../../rule.ts';

export const createIfNotExistsHides = defineRule({
  id: 'create-if-not-exists-hides',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'IF NOT EXISTS says nothing when another table of this name is there: the columns may not be those of the text.',
    zh: 'IF NOT EXISTS 在同名表已存在时不会报错，实际表结构可能与语句不一致。',
  },
  on: ['create-table'],
  check: ({ ifNotExists, name, temporary }) =>
    ifNotExists &&
    !temporary &&
    at(name, 'An existing table of this name stays as it is.', '已存在的同名表不会被修改。'),
});
