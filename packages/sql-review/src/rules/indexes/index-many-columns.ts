import { at, defineRule } from '../../rule.ts';

export const indexManyColumns = defineRule({
  id: 'index-many-columns',
  grade: 'W',
  theme: 'indexes',
  why: {
    en: 'Columns far back in an index are seldom searched and are written with every change.',
    zh: '索引中靠后的列很少用于查找，却要在每次写入时维护。',
  },
  parameters: { maximum: 5 },
  on: ['index-definition', 'create-index'],
  check: (index, _, { maximum }) =>
    // A primary key has a rule of its own: pk-many-columns.
    !(index.kind === 'index-definition' && index.type === 'PRIMARY KEY') &&
    index.parts.length > maximum &&
    at(index, `${index.parts.length} columns in one index.`, `一个索引包含 ${index.parts.length} 列。`),
});
