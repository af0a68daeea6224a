import { at, defineRule } from '../../rule.ts';

export const enumMany = defineRule({
  id: 'enum-many',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'An ENUM with very many values is a table that wants to be one.',
    zh: '取值过多的 ENUM 更适合用码表。',
  },
  parameters: { maximum: 20 },
  on: ['data-type'],
  check: (type, _, { maximum }) =>
    ['ENUM', 'SET'].includes(type.name) &&
    type.values.length > maximum &&
    at(type, `${type.values.length} values.`, `包含 ${type.values.length} 个取值。`),
});
