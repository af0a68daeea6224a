import type { Query, Select } from '@myriad/sql';
import type { Context } from '../context.ts';
import { columnsOfIndex } from '../schema/table.ts';
import { bare } from './conditions.ts';

/** Whether an index of the one table read has the order that is asked for, as far as its first column tells. */
export function hasIndexOrder({ orderBy }: Query, select: Select, { schema, columnOf }: Context): boolean {
  const [first] = orderBy;
  const column = first && bare(first.expression);
  const [table, more] = select.from;
  if (column?.kind !== 'column' || table?.kind !== 'named-table' || more || select.distinct) return false;
  const model = schema.tableOf(table.name);
  // Where nobody knows the indexes, the key of most tables is told by its name.
  if (!model) return column.name.name.toLowerCase() === 'id';
  const name = columnOf(column)?.column.name.toLowerCase();
  return name !== undefined && model.indexes.some((index) => columnsOfIndex(index)[0] === name);
}
