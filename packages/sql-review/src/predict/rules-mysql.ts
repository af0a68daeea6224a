import type { ChangeKind, Cost, CostRow } from './change.ts';

/** The manual's tables, and what the server was seen to do where they are silent. */
export const mysqlSource = 'https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html';

const instant: Cost = { instant: true, inplace: 'dictionary', lock: 'NONE' };
/** INSTANT, or else a rebuild: once one change of a statement is not instant, none is. */
const instantOrRebuild: Cost = { instant: true, inplace: 'rebuild', lock: 'NONE' };
const dictionary: Cost = { instant: false, inplace: 'dictionary', lock: 'NONE' };
const index: Cost = { instant: false, inplace: 'index', lock: 'NONE' };
const lockedIndex: Cost = { instant: false, inplace: 'index', lock: 'SHARED' };
const rebuild: Cost = { instant: false, inplace: 'rebuild', lock: 'NONE' };
const lockedRebuild: Cost = { instant: false, inplace: 'rebuild', lock: 'SHARED' };
const copy: Cost = { instant: false, inplace: 'never', lock: 'SHARED' };

/** From a version on; an earlier row of the same kind holds until then. */
const since = (from: number, cost: Cost, ...kinds: readonly ChangeKind[]): readonly CostRow[] =>
  kinds.map((kind) => ({ kind, from, cost }));

export const mysqlCosts: readonly CostRow[] = [
  // 5.7: nothing is instant, what touches only definitions is done in place.
  ...since(0, dictionary, 'column-default', 'rename-column', 'extend-enum', 'rename-table', 'table-comment', 'next-auto-increment', 'table-statistics', 'table-option', 'rename-index', 'drop-virtual-column', 'add-virtual-column', 'drop-index', 'drop-spatial', 'drop-fulltext', 'drop-foreign-key', 'widen-bytes', 'nothing', 'switch-keys', 'column-comment', 'index-comment'),
  ...since(0, rebuild, 'add-column', 'drop-column', 'move-column', 'allow-null', 'forbid-null', 'add-primary-key', 'change-primary-key', 'row-format', 'key-block-size', 'rebuild'),
  ...since(0, lockedRebuild, 'add-auto-increment'),
  ...since(0, index, 'add-index'),
  ...since(0, lockedIndex, 'add-fulltext', 'add-spatial', 'add-virtual-index'),
  ...since(0, dictionary, 'add-foreign-key', 'table-charset', 'compression'),
  ...since(0, copy, 'change-enum-collation', 'change-enum-charset', 'add-stored-column', 'move-virtual-column', 'widen-bytes-256', 'widen-text', 'change-type', 'change-charset', 'widen-charset', 'change-collation', 'change-enum', 'extend-enum-bytes', 'auto-increment-on', 'generated-virtual', 'generated-stored', 'generated-kind', 'drop-primary-key', 'change-engine', 'order-rows', 'convert-charset', 'encryption', 'partition-by', 'remove-partitions', 'add-hash-partition', 'coalesce-partition', 'reorganize-partition', 'tablespace'),
  ...since(0, copy, 'auto-increment-off'),
  ...since(0, dictionary, 'add-partition', 'drop-partition', 'truncate-partition', 'exchange-partition', 'check-partition', 'tablespace-partition'),
  ...since(0, lockedRebuild, 'rebuild-partition', 'optimize-partition'),
  ...since(0, instant, 'truncate-table'),
  // 8.0
  ...since(80_000, dictionary, 'index-visibility', 'autoextend', 'drop-functional-index', 'widen-charset', 'change-collation', 'convert-charset', 'encryption'),
  ...since(80_000, lockedRebuild, 'add-hash-partition', 'coalesce-partition', 'reorganize-partition'),
  ...since(80_000, rebuild, 'tablespace'),
  ...since(80_000, lockedIndex, 'add-functional-index'),
  ...since(80_000, { instant: false, inplace: 'dictionary', lock: 'NONE' }, 'drop-partition'),
  ...since(0, dictionary, 'said-again'),
  ...since(80_012, instant, 'said-again', 'column-default', 'rename-table', 'extend-enum', 'drop-virtual-column', 'add-virtual-column', 'nothing', 'switch-keys', 'column-comment', 'column-visibility', 'move-virtual-column', 'change-enum-collation', 'change-enum-charset'),
  ...since(80_012, instantOrRebuild, 'add-column'),
  ...since(80_016, instant, 'drop-check', 'add-check-off', 'check-off'),
  ...since(80_016, copy, 'add-check', 'check-on'),
  ...since(80_028, instant, 'rename-column'),
  ...since(80_029, instantOrRebuild, 'drop-column'),
  ...since(80_029, rebuild, 'move-column'),
  // 9
  ...since(90_000, copy, 'add-vector'),
]; // biome-ignore format: a table
