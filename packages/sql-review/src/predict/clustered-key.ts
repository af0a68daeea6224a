import type { Dialect } from '@myriad/sql';
import { columnNamed, type IndexModel, indexNamed, isSame, isUniqueIndex, type TableModel } from '../schema/table.ts';
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

/** This index, which is new, is from now on the one in whose order the rows stand: they are written anew. */
export function bringsClusteredKey({ before, after }: Difference, index: string): boolean {
  const key = clusteredKey(after);
  return key?.type === 'UNIQUE' && isSame(key.name, index) && !indexNamed(before, index);
}

/**
 * A unique key that stood for the primary one goes, or takes NULL from now on, and no other takes its place in place: MySQL
 * lets only a new one, MariaDB one that was there as well.
 */
export function losesClusteredKey({ before, after }: Difference, { flavour }: Dialect): boolean {
  const key = clusteredKey(before);
  if (key === undefined || key.type === 'PRIMARY KEY') return false;
  const now = clusteredKey(after);
  if (now === undefined) return true;
  if (now.type === 'PRIMARY KEY' || isSame(now.name, key.name)) return false;
  return flavour === 'mysql' && indexNamed(before, now.name) !== undefined;
}

/** The rows are written in the order of another unique key, which is there already: MariaDB does that in place. */
export function switchesClusteredKey({ before, after }: Difference): boolean {
  const [key, now] = [clusteredKey(before), clusteredKey(after)];
  return key?.type === 'UNIQUE' && now?.type === 'UNIQUE' && !isSame(now.name, key.name);
}
