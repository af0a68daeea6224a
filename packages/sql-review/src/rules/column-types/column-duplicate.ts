import type { Identifier } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import type { Schema } from '../../schema/schema.ts';
import { columnNamed, isSame } from '../../schema/table.ts';
import { repeated } from '../../tree/conditions.ts';
import type { TableStatement } from '../../tree/elements.ts';

export const columnDuplicate = defineRule({
  id: 'column-duplicate',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'Two columns of one table cannot share a name, whatever its case (error 1060).',
    zh: '同一张表中的列名不能重复，且不区分大小写（错误 1060）。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { nodes, parentOf, schema }) => {
    const fresh = nodes('column-definition').filter((column) => parentOf(column)?.kind !== 'change-column');
    const twice = repeated(fresh, ({ name }) => name.name.toLowerCase()).map(({ name }) => name);
    return [...twice, ...namesTaken(statement, schema)].map((name) =>
      at(name, 'A column of this name is there already.', '已存在同名列。'),
    );
  },
});

/** New names of columns that other columns of the table have. */
function namesTaken(statement: TableStatement, schema: Schema): readonly Identifier[] {
  const table = statement.kind === 'alter-table' ? schema.tableOf(statement.name) : undefined;
  if (!table || statement.kind !== 'alter-table') return [];
  const leaves = (name: string) =>
    statement.actions.some(
      (action) =>
        (action.kind === 'drop-element' && action.what === 'COLUMN' && isSame(action.name?.name, name)) ||
        (action.kind === 'change-column' && isSame(action.from?.name, name)) ||
        (action.kind === 'rename-element' && action.what === 'COLUMN' && isSame(action.from.name, name)),
    );
  return statement.actions.flatMap((action) => {
    const name =
      action.kind === 'change-column' && action.from
        ? action.column.name
        : action.kind === 'rename-element' && action.what === 'COLUMN'
          ? action.to
          : undefined;
    return name && columnNamed(table, name.name) && !leaves(name.name) ? [name] : [];
  });
}
