import type { Statement } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';
import { isKeyColumn } from '../../tree/elements.ts';

export const columnNullable = defineRule({
  id: 'column-nullable',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'NULL makes three answers of every comparison and is left out of counts.',
    zh: 'NULL 会让比较产生第三种结果，并且不参与计数。',
  },
  on: ['column-definition'],
  check: (column, { statement, schema }) =>
    !hasAttribute(column, 'NOT NULL', 'AUTO_INCREMENT') &&
    !isTemporary(statement) &&
    column.type?.name !== 'SERIAL' &&
    column.generated === undefined &&
    !isKeyColumn(column, statement, schema) &&
    at(column.name, 'The column may be NULL.', '该列允许为 NULL。'),
});

const isTemporary = (statement: Statement): boolean => statement.kind === 'create-table' && statement.temporary;
