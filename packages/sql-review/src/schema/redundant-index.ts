import { type IndexModel, isUniqueIndex } from './table.ts';

const keyOf = ({ column, length, isDescending }: IndexModel['parts'][number]): string | undefined =>
  column === undefined ? undefined : `${column.toLowerCase()}\u0000${length ?? ''}\u0000${isDescending}`;

const isTree = ({ type }: IndexModel): boolean => type !== 'FULLTEXT' && type !== 'SPATIAL' && type !== 'VECTOR';

/**
 * Whether an index adds nothing beside another: the other begins with its columns, and no uniqueness is lost. Of two
 * that are alike the later one is the one too many; `order` is the order of the table.
 */
export function isCoveredBy(index: IndexModel, other: IndexModel, order: readonly IndexModel[]): boolean {
  if (!isTree(index) || !isTree(other) || index.type === 'PRIMARY KEY' || index.parts.length > other.parts.length)
    return false;
  const begins = index.parts.every((part, place) => {
    const [own, theirs] = [keyOf(part), other.parts[place] && keyOf(other.parts[place])];
    return own !== undefined && own === theirs;
  });
  if (!begins) return false;
  const isEqual = index.parts.length === other.parts.length;
  if (isUniqueIndex(index) && !(isEqual && isUniqueIndex(other))) return false;
  if (!isEqual || (isUniqueIndex(other) && !isUniqueIndex(index))) return true;
  return order.indexOf(index) > order.indexOf(other);
}
