import { isSame } from '../schema/table.ts';
import { has, touchesUniqueKey } from './limits-of-both.ts';
import { type Difference, isNewColumn } from './list-changes.ts';

/** A virtual column gets another number among all columns, as what stood before it went; or goes itself. */
export const shiftsVirtual = (difference: Difference): boolean =>
  has(difference, 'drop-virtual-column') || (has(difference, 'drop-column') && movesVirtual(difference));

/** Virtual columns come beside something, or stand elsewhere afterwards, in a way that is done by copying only. */
export function mixesVirtual(difference: Difference): boolean {
  const { after, changes } = difference;
  const [comes, goes] = [has(difference, 'add-virtual-column'), has(difference, 'drop-virtual-column')];
  if ((comes || shiftsVirtual(difference)) && touchesUniqueKey(difference)) return true;
  if (has(difference, 'add-column')) return goes || comes || movesVirtual(difference);
  const isNew = isNewColumn(changes);
  const first = after.columns.findIndex(isNew);
  if (first !== -1 && after.columns.slice(first).some((column) => column.generated === 'VIRTUAL' && !isNew(column)))
    return true;
  return comes && !changes.every(({ kind }) => besideVirtual.has(kind));
}

/** A virtual column that stays has another number. */
const movesVirtual = ({ before, after }: Difference): boolean =>
  after.columns.some(({ name, generated }, at) => {
    const old = before.columns.findIndex((column) => isSame(column.name, name));
    return generated === 'VIRTUAL' && old !== -1 && old !== at;
  });

/** Nothing beside columns that go asks for more than the dictionary, or an index where only virtual ones go. */
export const staysInPlaceBesideShift = (difference: Difference): boolean =>
  difference.changes.every(
    ({ kind }) => besideShift.has(kind) || (buildsIndex.has(kind) && !has(difference, 'drop-column')),
  );

const besideVirtual: ReadonlySet<string> = new Set([
  'add-virtual-column', 'drop-virtual-column', 'drop-column', 'add-virtual-index', 'add-index', 'add-spatial', 'drop-index', 'drop-spatial',
  'index-comment',
]); // biome-ignore format: a list

const buildsIndex: ReadonlySet<string> = new Set(['add-index', 'add-spatial']);

const besideShift: ReadonlySet<string> = new Set([
  'add-column', 'drop-column', 'drop-virtual-column', 'add-virtual-column', 'drop-index', 'drop-spatial', 'move-column',
]); // biome-ignore format: a list
