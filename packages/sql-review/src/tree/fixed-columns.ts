import type { Column, Expression, Select } from '@myriad/sql';
import type { Context } from '../context.ts';
import { columnsOfIndex, isUniqueIndex } from '../schema/table.ts';
import { bare, columnsIn, conjuncts } from './conditions.ts';

/** Columns that `column = value` fixes, in lower case. */
export const fixedColumns = (
  { where }: Pick<Select, 'where'>,
  { isVariable }: Pick<Context, 'isVariable'>,
): readonly string[] => conjuncts(where).flatMap((one) => fixedColumn(one, isVariable) ?? []);

function fixedColumn(one: Expression, isVariable: Context['isVariable']): string | undefined {
  if (one.kind !== 'binary' || one.operator !== '=') return undefined;
  const [left, right] = [bare(one.left), bare(one.right)];
  const isColumn = (side: Expression): side is Column => side.kind === 'column' && !isVariable(side);
  const [column, value] = isColumn(left) ? [left, right] : [right, left];
  return isColumn(column) && columnsIn(value).every(isVariable) ? column.name.name.toLowerCase() : undefined;
}

/** Whether the filter of one table leaves one row at most; `undefined` where nobody knows its keys. */
export function fixesUniqueKey(select: Select, context: Context): boolean | undefined {
  const [table, more] = select.from;
  const model = table?.kind === 'named-table' && !more ? context.schema.tableOf(table.name) : undefined;
  if (!model) return undefined;
  const fixed = fixedColumns(select, context);
  return model.indexes.some(
    (index) =>
      isUniqueIndex(index) && columnsOfIndex(index).every((name) => name !== undefined && fixed.includes(name)),
  );
}
