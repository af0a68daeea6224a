import type { Expression, Select } from '@myriad/sql';
import type { Context } from '../context.ts';
import { columnsOfIndex, isUniqueIndex } from '../schema/table.ts';
import { bare, columnsIn, conjuncts } from './conditions.ts';

/** Columns that `column = value` fixes, in lower case. */
export const fixedColumns = ({ where }: Pick<Select, 'where'>): readonly string[] =>
  conjuncts(where).flatMap((one) => fixedColumn(one) ?? []);

function fixedColumn(one: Expression): string | undefined {
  if (one.kind !== 'binary' || one.operator !== '=') return undefined;
  const [left, right] = [bare(one.left), bare(one.right)];
  const [column, value] = left.kind === 'column' ? [left, right] : [right, left];
  return column.kind === 'column' && columnsIn(value).length === 0 ? column.name.name.toLowerCase() : undefined;
}

/** Whether the filter of one table leaves one row at most; `undefined` where nobody knows its keys. */
export function fixesUniqueKey(select: Select, { schema }: Context): boolean | undefined {
  const [table, more] = select.from;
  const model = table?.kind === 'named-table' && !more ? schema.tableOf(table.name) : undefined;
  if (!model) return undefined;
  const fixed = fixedColumns(select);
  return model.indexes.some(
    (index) =>
      isUniqueIndex(index) && columnsOfIndex(index).every((name) => name !== undefined && fixed.includes(name)),
  );
}
