import type { Identifier } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

export const columnOfKeyMissing = defineRule({
  id: 'column-of-key-missing',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'An index names a column that the table does not have (error 1072).',
    zh: '索引引用了表中不存在的列（错误 1072）。',
  },
  on: ['create-table'],
  check: ({ elements, query, like }) => {
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
      .map((column) => at(column, 'The table has no such column.', '表中没有该列。'));
  },
});
