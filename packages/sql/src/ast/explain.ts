import type { Expression } from './expression.ts';
import type { Identifier, QualifiedName } from './node.ts';
import type { KnownStatement } from './statement.ts';

/** EXPLAIN of a statement or a connection; MariaDB's ANALYZE of a statement. */
export interface Explain {
  readonly kind: 'explain';
  readonly start: number;
  readonly end: number;
  /** DESC and DESCRIBE are EXPLAIN. ANALYZE is MariaDB's. */
  readonly verb: 'EXPLAIN' | 'ANALYZE';
  /** ANALYZE; EXTENDED and PARTITIONS of MySQL 5.7 and MariaDB. */
  readonly mode: 'ANALYZE' | 'EXTENDED' | 'PARTITIONS' | undefined;
  readonly format: Identifier | undefined;
  /** INTO @variable, MySQL 8.1. */
  readonly into: Expression | undefined;
  /** FOR SCHEMA, MySQL 8.3. */
  readonly schema: Identifier | undefined;
  /** FOR CONNECTION. */
  readonly connection: Expression | undefined;
  readonly statement: KnownStatement | undefined;
}

/** DESCRIBE table [column | 'pattern'] */
export interface Describe {
  readonly kind: 'describe';
  readonly start: number;
  readonly end: number;
  readonly table: QualifiedName;
  readonly column: Identifier | undefined;
  readonly like: Expression | undefined;
}

export type ExplainStatement = Explain | Describe;
