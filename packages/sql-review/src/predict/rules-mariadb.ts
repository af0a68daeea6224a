import type { ChangeKind, Cost, CostRow } from './change.ts';

/** The manual's pages, and what the server was seen to do where they are silent. */
export const mariadbSource = 'https://mariadb.com/kb/en/innodb-online-ddl-operations-with-algorithminstant/';

const instant: Cost = { instant: true, inplace: 'dictionary', lock: 'NONE' };
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

export const mariadbCosts: readonly CostRow[] = [
  // 10.3 brought ALGORITHM=INSTANT and NOCOPY.
  ...since(0, instant, 'said-again', 'column-default', 'column-comment', 'column-visibility', 'rename-column', 'rename-index', 'index-comment', 'index-visibility', 'extend-enum', 'widen-bytes', 'table-comment', 'next-auto-increment', 'table-statistics', 'table-option', 'table-charset', 'convert-charset', 'rename-table', 'drop-check', 'drop-foreign-key', 'add-foreign-key', 'nothing', 'switch-keys', 'auto-increment-off', 'generated-virtual', 'add-virtual-column', 'drop-virtual-column', 'truncate-table', 'page-compression'),
  ...since(0, instantOrRebuild, 'add-column'),
  ...since(0, rebuild, 'drop-column', 'move-column', 'allow-null', 'forbid-null', 'add-primary-key', 'drop-primary-key', 'change-primary-key', 'row-format', 'key-block-size', 'rebuild', 'encryption'),
  ...since(0, lockedRebuild, 'add-auto-increment'),
  ...since(0, index, 'add-index'),
  ...since(0, dictionary, 'drop-index', 'drop-spatial', 'drop-fulltext'),
  ...since(0, lockedIndex, 'add-fulltext', 'add-spatial', 'add-virtual-index'),
  ...since(0, copy, 'visibility-of-gone', 'redefine-computed', 'drop-column-check', 'add-period', 'add-check', 'add-stored-column', 'move-virtual-column', 'widen-bytes-256', 'widen-text', 'change-type', 'change-charset', 'widen-charset', 'change-collation', 'change-enum-collation', 'change-enum-charset', 'change-enum', 'extend-enum-bytes', 'auto-increment-on', 'generated-stored', 'generated-kind', 'change-engine', 'order-rows', 'add-versioning', 'drop-versioning', 'compress-column', 'partition-by', 'remove-partitions', 'add-hash-partition', 'coalesce-partition', 'reorganize-partition', 'rebuild-partition', 'optimize-partition', 'compression', 'tablespace'),
  ...since(0, dictionary, 'add-partition', 'drop-partition', 'truncate-partition', 'exchange-partition', 'check-partition', 'convert-partition', 'tablespace-partition'),
  // 10.4
  ...since(100_400, instantOrRebuild, 'drop-column', 'move-column'),
  ...since(100_400, instant, 'widen-charset', 'change-collation'),
]; // biome-ignore format: a table
