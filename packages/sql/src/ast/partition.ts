import type { Expression, Literal } from './expression.ts';
import type { Identifier } from './node.ts';
import type { Setting } from './table-parts.ts';

/** PARTITION BY … */
export interface Partitioning {
  readonly kind: 'partitioning';
  readonly start: number;
  readonly end: number;
  readonly by: PartitionMethod;
  /** PARTITIONS n. */
  readonly count: Literal | undefined;
  readonly subpartitions: Subpartitioning | undefined;
  readonly partitions: readonly PartitionDefinition[];
}

/** SUBPARTITION BY … */
export interface Subpartitioning {
  readonly kind: 'subpartitioning';
  readonly start: number;
  readonly end: number;
  readonly by: PartitionMethod;
  readonly count: Literal | undefined;
}

export interface PartitionMethod {
  readonly kind: 'partition-method';
  readonly start: number;
  readonly end: number;
  readonly method: 'HASH' | 'KEY' | 'RANGE' | 'LIST' | 'RANGE COLUMNS' | 'LIST COLUMNS' | 'SYSTEM_TIME';
  readonly linear: boolean;
  /** KEY ALGORITHM = 1 | 2. */
  readonly algorithm: Literal | undefined;
  readonly expression: Expression | undefined;
  readonly columns: readonly Identifier[];
  /** Of SYSTEM_TIME, MariaDB: INTERVAL, STARTS, LIMIT. */
  readonly interval: Expression | undefined;
  readonly starts: Expression | undefined;
  readonly limit: Literal | undefined;
  readonly auto: boolean;
}

export interface PartitionDefinition {
  readonly kind: 'partition-definition';
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
  readonly values: PartitionValues | undefined;
  readonly settings: readonly Setting[];
  readonly subpartitions: readonly SubpartitionDefinition[];
}

export interface SubpartitionDefinition {
  readonly kind: 'subpartition-definition';
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
  readonly settings: readonly Setting[];
}

export interface PartitionValues {
  readonly kind: 'partition-values';
  readonly start: number;
  readonly end: number;
  /** HISTORY, CURRENT and DEFAULT are MariaDB's, without rows. */
  readonly type: 'LESS THAN' | 'IN' | 'HISTORY' | 'CURRENT' | 'DEFAULT';
  /** LESS THAN MAXVALUE without brackets. */
  readonly bare: boolean;
  /** LESS THAN has one. A list of single values is a row for each. */
  readonly rows: readonly PartitionRow[];
}

export interface PartitionRow {
  readonly kind: 'partition-row';
  readonly start: number;
  readonly end: number;
  readonly inBrackets: boolean;
  readonly items: readonly (Expression | PartitionWord)[];
}

/** MAXVALUE in the place of a value. */
export interface PartitionWord {
  readonly kind: 'partition-word';
  readonly start: number;
  readonly end: number;
  readonly word: 'MAXVALUE';
}
