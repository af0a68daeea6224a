import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';

export const tableNoIndex = defineRule({
  id: 'table-no-index',
  grade: 'N',
  off: true,
  theme: 'table-design',
  why: {
    en: 'A table with no secondary index is read whole for every filter but its key.',
    zh: '没有二级索引的表，除主键外的任何过滤都要全表扫描。',
  },
  on: ['create-table'],
  check: (statement) =>
    !statement.like &&
    !statement.query &&
    readTable(statement).indexes.every(({ type }) => type === 'PRIMARY KEY') &&
    at(statement.name, 'The table has no secondary index.', '该表没有二级索引。'),
});
