import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';
import { columnNamed } from '../../schema/table.ts';
import { isPrimaryElement } from '../../tree/keys.ts';

export const indexAllNullable = defineRule({
  id: 'index-all-nullable',
  grade: 'N',
  off: true,
  theme: 'indexes',
  why: {
    en: 'No index of the table has a column that is always filled: rows without values are found by none of them.',
    zh: '表的所有索引列都允许 NULL：没有一个索引能可靠地定位行。',
  },
  on: ['create-table'],
  check: (statement) => {
    // A primary key is never NULL.
    if (statement.elements.some(isPrimaryElement)) return undefined;
    const table = readTable(statement);
    const columns = table.indexes.flatMap(({ parts }) =>
      parts.flatMap(({ column }) => (column === undefined ? [] : (columnNamed(table, column) ?? []))),
    );
    return (
      columns.length > 0 &&
      columns.every(({ isNullable }) => isNullable) &&
      at(statement.name, 'Every indexed column may be NULL.', '所有索引列都允许为 NULL。')
    );
  },
});
