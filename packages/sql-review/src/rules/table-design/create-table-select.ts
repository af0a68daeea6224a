import { at, defineRule } from '../../rule.ts';

export const createTableSelect = defineRule({
  id: 'create-table-select',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'A table made by a query has no keys, no defaults of expressions and no AUTO_INCREMENT of the original, and its rows are locked while they are read.',
    zh: 'CREATE TABLE … SELECT 不会带上索引、自增等属性，读取期间还会对源表加锁。',
  },
  on: ['create-table'],
  check: ({ query, name }) => query && at(name, 'Create the table first, then fill it.', '请先建表，再写入数据。'),
});
