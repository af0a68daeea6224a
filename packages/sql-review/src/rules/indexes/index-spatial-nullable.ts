import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';

export const indexSpatialNullable = defineRule({
  id: 'index-spatial-nullable',
  grade: 'E',
  theme: 'indexes',
  why: {
    en: 'A SPATIAL index needs columns that are NOT NULL (error 1252).',
    zh: 'SPATIAL 索引列必须为 NOT NULL（错误 1252）。',
  },
  on: ['create-table'],
  check: (statement) => {
    const { columns } = readTable(statement);
    return statement.elements.flatMap((element) =>
      element.kind === 'index-definition' && element.type === 'SPATIAL'
        ? element.parts
            .filter(({ column }) => columns.find(({ name }) => isSame(name, column?.name))?.isNullable)
            .map((part) => at(part, 'The column may be NULL.', '该列允许为 NULL。'))
        : [],
    );
  },
});
