import { at, defineRule } from '../../rule.ts';

export const indexMany = defineRule({
  id: 'index-many',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'Each index is written with every INSERT and DELETE, and takes memory from the others.',
    zh: '每次 INSERT 和 DELETE 都要维护所有索引，索引之间也会争用内存。',
  },
  parameters: { maximum: 6 },
  on: ['create-table'],
  check: ({ name, elements }, _, { maximum }) => {
    const count = elements.filter(({ kind }) => kind === 'index-definition').length;
    return count > maximum && at(name, `${count} indexes on one table.`, `一张表有 ${count} 个索引。`);
  },
});
