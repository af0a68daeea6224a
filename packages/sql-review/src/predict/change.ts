import type { Words } from '../words.ts';

/** What differs between a table before and after a statement, as servers tell changes apart. */
export type ChangeKind = (typeof changeKinds)[number];

export const changeKinds = [
  // Columns
  'add-column', 'add-auto-increment', 'add-virtual-column', 'add-stored-column', 'drop-column', 'drop-virtual-column',
  'rename-column', 'move-column', 'move-virtual-column', 'column-default', 'column-comment', 'column-visibility', 'allow-null',
  'forbid-null', 'widen-bytes', 'widen-bytes-256', 'widen-text', 'change-type', 'change-collation', 'change-charset', 'widen-charset', 'change-enum-collation', 'change-enum-charset',
  'extend-enum', 'extend-enum-bytes', 'change-enum', 'auto-increment-on', 'auto-increment-off', 'generated-virtual', 'generated-stored',
  'generated-kind', 'compress-column', 'redefine-computed', 'drop-column-check', 'said-again',
  // Keys
  'add-index', 'add-fulltext', 'add-spatial', 'add-vector', 'add-functional-index', 'add-virtual-index', 'drop-index', 'drop-fulltext', 'drop-spatial',
  'drop-functional-index', 'rename-index', 'index-comment', 'index-visibility', 'visibility-of-gone', 'same-index', 'add-primary-key', 'drop-primary-key', 'change-primary-key',
  'add-foreign-key', 'drop-foreign-key', 'add-period', 'add-check', 'add-check-off', 'drop-check', 'check-off', 'check-on',
  // The table
  'rename-table', 'table-comment', 'next-auto-increment', 'table-statistics', 'table-option', 'row-format', 'key-block-size', 'table-charset', 'convert-charset',
  'rebuild', 'change-engine', 'order-rows', 'encryption', 'compression', 'tablespace', 'page-compression', 'autoextend', 'switch-keys', 'add-versioning', 'drop-versioning',
  // Partitions
  'partition-by', 'remove-partitions', 'add-partition', 'add-hash-partition', 'drop-partition', 'truncate-partition', 'coalesce-partition',
  'reorganize-partition', 'rebuild-partition', 'optimize-partition', 'check-partition', 'exchange-partition', 'convert-partition', 'tablespace-partition',
  'truncate-table', 'nothing', 'not-known',
] as const; // biome-ignore format: a list

export interface Change {
  readonly kind: ChangeKind;
  /** The column, key or option; '' for the table itself. */
  readonly what: string;
}

/** How the server treats one kind of change. */
export interface Cost {
  /** INSTANT is possible, as far as this change goes. */
  readonly instant: boolean;
  /**
   * Without INSTANT: the engine changes only its dictionary, builds or drops an index, rewrites the rows, or cannot
   * and the server copies the table.
   */
  readonly inplace: 'dictionary' | 'index' | 'rebuild' | 'never';
  /** The most others may do while it runs in place. */
  readonly lock: 'NONE' | 'SHARED' | 'EXCLUSIVE';
}

/** One row of the tables of rules: from a version on, up to the next row of the same kind. */
export interface CostRow {
  readonly kind: ChangeKind;
  /** As version comments write it; 0: always. */
  readonly from: number;
  readonly cost: Cost;
}

/** Why a statement costs more than its changes alone. */
export interface Limit {
  readonly words: Words;
  /** What is no longer possible. */
  readonly forbids: 'instant' | 'inplace' | 'inplace-unless-instant' | 'concurrent-writes' | 'all-access';
}
