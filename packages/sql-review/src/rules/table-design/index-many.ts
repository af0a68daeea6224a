import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';

export const indexMany = defineRule({
  id: 'index-many',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'Each index is written with every INSERT and DELETE, and takes memory from the others.',
    zh: '每次 INSERT 和 DELETE 都要维护所有索引，索引之间也会争用内存。',
  },
  /** Besides the primary key, which is the table itself. */
  parameters: { maximum: 5 },
  on: ['create-table'],
  check: (statement, _, { maximum }) => {
    const count = readTable(statement).indexes.filter(({ type }) => type !== 'PRIMARY KEY').length;
    return (
      count > maximum &&
      at(
        statement.name,
        `${count} indexes on one table, besides the primary key.`,
        `除主键外，一张表有 ${count} 个索引。`,
      )
    );
  },
});
