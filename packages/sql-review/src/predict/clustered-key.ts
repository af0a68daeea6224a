import { columnNamed, type IndexModel, isSame, isUniqueIndex, type TableModel } from '../schema/table.ts';
import type { Difference } from './list-changes.ts';

/** The key in whose order the rows stand: the primary one, else the first unique one that holds no NULL. */
export function clusteredKey(table: TableModel): IndexModel | undefined {
  const unique = table.indexes.filter(isUniqueIndex);
  return unique.find(({ type }) => type === 'PRIMARY KEY') ?? unique.find((index) => holdsNoNull(index, table));
}

const holdsNoNull = ({ parts }: IndexModel, table: TableModel): boolean =>
  parts.every(
    ({ column, length }) =>
      length === undefined && column !== undefined && columnNamed(table, column)?.isNullable === false,
  );

/** A unique key that stood for the primary one goes, or takes NULL from now on. */
export function losesClusteredKey({ before, after }: Difference): boolean {
  const key = clusteredKey(before);
  if (key === undefined || key.type === 'PRIMARY KEY') return false;
  const now = clusteredKey(after);
  return now === undefined || (now.type !== 'PRIMARY KEY' && !isSame(now.name, key.name));
}
