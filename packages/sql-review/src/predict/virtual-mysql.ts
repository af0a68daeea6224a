import type { Limit } from './change.ts';
import { has, limit, touchesUniqueKey } from './limits-of-both.ts';
import { type Difference, isNewColumn } from './list-changes.ts';

const besideVirtual: ReadonlySet<string> = new Set([
  'add-virtual-column', 'drop-virtual-column', 'move-virtual-column', 'add-functional-index', 'drop-functional-index', 'add-virtual-index', 'add-index',
  'drop-index', 'drop-spatial',
]); // biome-ignore format: a list

const instantBesideVirtual: ReadonlySet<string> = new Set([
  'add-virtual-column', 'drop-virtual-column', 'move-virtual-column', 'add-column', 'drop-column', 'move-column', 'rename-table',
  'column-default', 'column-comment', 'column-visibility', 'extend-enum', 'drop-check', 'add-check-off', 'check-off', 'nothing', 'said-again',
  'change-enum-charset', 'change-enum-collation',
]); // biome-ignore format: a list

const mixed = limit(
  'inplace',
  'A virtual column, or an index on an expression, is added or dropped in place only by itself.',
  '虚拟列或表达式索引的增删只有单独执行时才能 INPLACE。',
);

/** Virtual columns, also those an index on an expression brings, come and go in place only by themselves. */
export function virtualLimits(difference: Difference): readonly Limit[] {
  const { before, changes } = difference;
  const functional = has(difference, 'add-functional-index', 'drop-functional-index');
  if (!functional && !has(difference, 'add-virtual-column', 'drop-virtual-column')) return [];
  if (touchesUniqueKey(difference)) return [mixed];
  // The hidden column of a new index comes while another goes.
  if (has(difference, 'add-functional-index') && has(difference, 'drop-functional-index', 'drop-virtual-column'))
    return [mixed];
  const kinds = changes.map(({ kind }) => kind);
  const [adds, drops] = [has(difference, 'add-column'), has(difference, 'drop-column')];
  const goes = has(difference, 'drop-virtual-column');
  // Real columns that come make it another kind of INSTANT, which does not mind the order but minds what goes.
  if (goes && adds && !drops) return [mixed];
  if (has(difference, 'add-virtual-column') && isBeforeOthers(difference) && (!adds || goes)) return [mixed];
  const isAlone = kinds.every((kind) => besideVirtual.has(kind));
  if (isAlone && before.partitions === undefined) return [];
  const isInstantBeside = (kind: string) =>
    instantBesideVirtual.has(kind) || (kind === 'rename-column' && (adds || drops));
  return !functional && kinds.every(isInstantBeside) ? [{ ...mixed, forbids: 'inplace-unless-instant' }] : [mixed];
}

/** New virtual columns stand before an old one, before the hidden one of an index, or before AUTO_INCREMENT. */
function isBeforeOthers({ before, after, changes }: Difference): boolean {
  const isNew = isNewColumn(changes);
  const first = after.columns.findIndex((column) => column.generated === 'VIRTUAL' && isNew(column));
  if (before.indexes.some(({ parts }) => parts.some(({ expression }) => expression))) return true;
  return after.columns
    .slice(first)
    .some((column) => (column.generated === 'VIRTUAL' || column.isAutoIncrement) && !isNew(column));
}
