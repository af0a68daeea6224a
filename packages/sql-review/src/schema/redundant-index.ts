import { type IndexModel, isUniqueIndex } from './table.ts';

const keyOf = ({ column, length, isDescending }: IndexModel['parts'][number]): string | undefined =>
  column === undefined ? undefined : `${column.toLowerCase()}\u0000${length ?? ''}\u0000${isDescending}`;

/** The beginning of a text, where the other index has more of it. */
const isShorter = (part: IndexModel['parts'][number], other: IndexModel['parts'][number]): boolean =>
  part.length !== undefined &&
  (other.length === undefined || part.length < other.length) &&
  keyOf({ ...part, length: other.length }) === keyOf(other);

const isTree = ({ type }: IndexModel): boolean => type !== 'FULLTEXT' && type !== 'SPATIAL' && type !== 'VECTOR';

/**
 * Whether an index adds nothing beside another: the other begins with its columns, and no uniqueness is lost. Of two
 * that are alike the later one is the one too many; `order` is the order of the table.
 */
export function isCoveredBy(index: IndexModel, other: IndexModel, order: readonly IndexModel[]): boolean {
  if (!isTree(index) || !isTree(other) || index.type === 'PRIMARY KEY' || index.parts.length > other.parts.length)
    return false;
  const begins = index.parts.every((part, place) => {
    const theirs = other.parts[place];
    const own = keyOf(part);
    if (own === undefined || theirs === undefined) return false;
    return own === keyOf(theirs) || (place === index.parts.length - 1 && isShorter(part, theirs));
  });
  if (!begins) return false;
  const last = index.parts.at(-1);
  const isEqual = index.parts.length === other.parts.length && last?.length === other.parts.at(-1)?.length;
  if (isUniqueIndex(index) && !(isEqual && isUniqueIndex(other))) return false;
  if (!isEqual || (isUniqueIndex(other) && !isUniqueIndex(index))) return true;
  return order.indexOf(index) > order.indexOf(other);
}
