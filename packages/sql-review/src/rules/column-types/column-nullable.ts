import type { CreateTable } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { hasAttribute, isPrimaryColumn } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';
import { keyColumnsOf } from '../../tree/keys.ts';

export const columnNullable = defineRule({
  id: 'column-nullable',
  grade: 'N',
  off: true,
  theme: 'column-types',
  why: {
    en: 'NULL makes three answers of every comparison and is left out of counts.',
    zh: 'NULL 会让比较产生第三种结果，并且不参与计数。',
  },
  on: ['column-definition'],
  check: (column, { parentOf }) => {
    const isKey =
      hasAttribute(column, 'NOT NULL') ||
      isPrimaryColumn(column) ||
      column.type?.name === 'SERIAL' ||
      column.generated !== undefined;
    const table = parentOf(column);
    const isListed =
      table?.kind === 'create-table' &&
      keyColumnsOf(table as CreateTable).some(({ name }) => isSame(name, column.name.name));
    return !isKey && !isListed && at(column.name, 'The column may be NULL.', '该列允许为 NULL。');
  },
});
