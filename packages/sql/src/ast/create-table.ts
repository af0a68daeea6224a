import type { QualifiedName } from './node.ts';
import type { Partitioning } from './partition.ts';
import type { Query } from './query.ts';
import type { Setting, TableElement } from './table-parts.ts';

export interface CreateTable {
  readonly kind: 'create-table';
  readonly start: number;
  readonly end: number;
  /** MariaDB. */
  readonly orReplace: boolean;
  readonly temporary: boolean;
  /** CREATE EXTERNAL TABLE, MySQL 9. */
  readonly external: boolean;
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  /** CREATE TABLE t LIKE u: then nothing else is there. */
  readonly like: QualifiedName | undefined;
  readonly elements: readonly TableElement[];
  readonly settings: readonly Setting[];
  readonly partitioning: Partitioning | undefined;
  /** What becomes of rows of the query that break a unique key. */
  readonly duplicates: 'IGNORE' | 'REPLACE' | undefined;
  readonly query: Query | undefined;
}
