import type { DataType } from './data-type.ts';
import type { Expression } from './expression.ts';
import type { Identifier, QualifiedName } from './node.ts';
import type { Query } from './query.ts';

export type TableReference = TableFactor | Join;
export type TableFactor = NamedTable | DerivedTable | JsonTable | TableGroup;

export interface NamedTable {
  readonly kind: 'named-table';
  readonly start: number;
  readonly end: number;
  readonly name: QualifiedName;
  readonly partitions: readonly Identifier[];
  /** FOR SYSTEM_TIME …, MariaDB. */
  readonly systemTime: SystemTime | undefined;
  readonly alias: Identifier | undefined;
  readonly indexHints: readonly IndexHint[];
  /** TABLESAMPLE BERNOULLI(10), MySQL 9. */
  readonly sample: TableSample | undefined;
}

export interface TableSample {
  readonly kind: 'table-sample';
  readonly start: number;
  readonly end: number;
  readonly method: string;
  readonly percent: Expression;
}

/** AS OF x, BETWEEN a AND b, FROM a TO b, ALL. */
export interface SystemTime {
  readonly kind: 'system-time';
  readonly start: number;
  readonly end: number;
  readonly form: 'AS OF' | 'BETWEEN' | 'FROM' | 'ALL';
  readonly unit: 'TIMESTAMP' | 'TRANSACTION' | undefined;
  readonly from: Expression | undefined;
  readonly to: Expression | undefined;
}

export interface IndexHint {
  readonly kind: 'index-hint';
  readonly start: number;
  readonly end: number;
  readonly action: 'USE' | 'FORCE' | 'IGNORE';
  readonly scope: 'JOIN' | 'ORDER BY' | 'GROUP BY' | undefined;
  readonly indexes: readonly Identifier[];
}

export interface DerivedTable {
  readonly kind: 'derived-table';
  readonly start: number;
  readonly end: number;
  readonly lateral: boolean;
  readonly query: Query;
  /** MariaDB. */
  readonly systemTime: SystemTime | undefined;
  readonly alias: Identifier | undefined;
  readonly columns: readonly Identifier[];
}

/** (t1, t2 JOIN t3), and {OJ …}. */
export interface TableGroup {
  readonly kind: 'table-group';
  readonly start: number;
  readonly end: number;
  readonly odbc: boolean;
  readonly tables: readonly TableReference[];
}

export interface Join {
  readonly kind: 'join';
  readonly start: number;
  readonly end: number;
  readonly type: 'JOIN' | 'INNER JOIN' | 'CROSS JOIN' | 'STRAIGHT_JOIN' | 'LEFT JOIN' | 'RIGHT JOIN' | 'FULL JOIN';
  readonly natural: boolean;
  readonly left: TableReference;
  readonly right: TableReference;
  readonly on: Expression | undefined;
  readonly using: readonly Identifier[];
}

export interface JsonTable {
  readonly kind: 'json-table';
  readonly start: number;
  readonly end: number;
  readonly document: Expression;
  readonly path: Expression;
  readonly columns: readonly JsonTableColumn[];
  readonly alias: Identifier | undefined;
}

export interface JsonTableColumn {
  readonly kind: 'json-table-column';
  readonly start: number;
  readonly end: number;
  readonly role: 'ordinality' | 'path' | 'exists' | 'nested';
  readonly name: Identifier | undefined;
  readonly type: DataType | undefined;
  readonly path: Expression | undefined;
  /** NULL, ERROR or DEFAULT. */
  readonly onEmpty: JsonTableAnswer | undefined;
  readonly onError: JsonTableAnswer | undefined;
  /** Of NESTED PATH. */
  readonly columns: readonly JsonTableColumn[];
}

export interface JsonTableAnswer {
  readonly kind: 'json-table-answer';
  readonly start: number;
  readonly end: number;
  readonly answer: 'NULL' | 'ERROR' | 'DEFAULT' | 'EMPTY';
  readonly value: Expression | undefined;
}
