import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';
import { keyColumnsOf } from '../../tree/keys.ts';

export const pkNotBigint = defineRule({
  id: 'pk-not-bigint',
  grade: 'N',
  off: true,
  theme: 'table-design',
  why: {
    en: 'An INT key ends at two or four thousand million rows, and to widen it rebuilds the table and every table that refers to it.',
    zh: 'INT 主键上限为 21 或 42 亿，扩容需要重建本表以及所有引用它的表。',
  },
  on: ['create-table'],
  check: (statement) => {
    const { columns } = readTable(statement);
    return keyColumnsOf(statement).flatMap((name) => {
      const type = columns.find((column) => isSame(column.name, name.name))?.type;
      return type && type.name !== 'BIGINT' && type.name !== 'SERIAL'
        ? [at(name, 'The primary key is no BIGINT.', '主键不是 BIGINT。')]
        : [];
    });
  },
});
