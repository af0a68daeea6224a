import type { Identifier } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { columnNamed } from '../../schema/table.ts';
import { elementsOf, tableAfter } from '../../tree/elements.ts';

export const columnOfKeyMissing = defineRule({
  id: 'column-of-key-missing',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'An index names a column that the table does not have (error 1072).',
    zh: '索引引用了表中不存在的列（错误 1072）。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }) => {
    if (statement.kind === 'alter-table') {
      // Its indexes are looked at by alter-column-missing.
      const keys = elementsOf(statement).flatMap((element) => (element.kind === 'foreign-key' ? element.columns : []));
      const table = keys.length > 0 ? tableAfter(statement, schema) : undefined;
      return table?.isWhole ? keys.filter(({ name }) => !columnNamed(table, name)).map(noColumn) : undefined;
    }
    const { elements, query, like } = statement;
    if (query || like) return undefined;
    const names = elements.flatMap((element) =>
      element.kind === 'column-definition' ? [element.name.name.toLowerCase()] : [],
    );
    const isMissing = (column: Identifier) => !names.includes(column.name.toLowerCase());
    return elements
      .flatMap((element) =>
        element.kind === 'index-definition'
          ? element.parts.flatMap(({ column }) => column ?? [])
          : element.kind === 'foreign-key'
            ? element.columns
            : [],
      )
      .filter(isMissing)
      .map(noColumn);
  },
});

const noColumn = (column: Identifier) => at(column, 'The table has no such column.', '表中没有该列。');
