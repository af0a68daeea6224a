import { at, defineRule } from '../../rule.ts';

export const pkManyColumns = defineRule({
  id: 'pk-many-columns',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'Every secondary index carries the whole primary key: a wide key makes all of them larger.',
    zh: '每个二级索引都会附带完整的主键：主键越宽，所有索引越大。',
  },
  parameters: { maximum: 3 },
  on: ['index-definition'],
  check: (index, _, { maximum }) =>
    index.type === 'PRIMARY KEY' &&
    index.parts.length > maximum &&
    at(index, `${index.parts.length} columns in the primary key.`, `主键包含 ${index.parts.length} 列。`),
});
