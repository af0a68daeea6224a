import type { IndexModel, TableModel } from '../schema/table.ts';

const known = new WeakMap<TableModel, readonly IndexModel[]>();

/**
 * Indexes of a table, with those InnoDB makes for foreign keys that have none: a definition written by hand does not name
 * them, the server has them all the same.
 */
export function existingIndexes(table: TableModel): readonly IndexModel[] {
  const before = known.get(table);
  if (before) return before;
  const indexes = [...table.indexes];
  if (table.engine === undefined || table.engine === 'INNODB')
    for (const { name, columns } of table.foreignKeys)
      if (!indexes.some((index) => beginsWith(index, columns)))
        indexes.push(ofForeignKey(name ?? columns[0] ?? '', columns));
  known.set(table, indexes);
  return indexes;
}

const beginsWith = ({ parts, type }: IndexModel, columns: readonly string[]): boolean =>
  type !== 'FULLTEXT' &&
  type !== 'SPATIAL' &&
  columns.every((column, at) => {
    const part = parts[at];
    return part?.length === undefined && part?.column?.toLowerCase() === column.toLowerCase();
  });

const ofForeignKey = (name: string, columns: readonly string[]): IndexModel => ({
  name,
  type: 'INDEX',
  parts: columns.map((column) => ({ column, expression: undefined, length: undefined, isDescending: false })),
  isVisible: true,
  comment: undefined,
  parser: undefined,
});
