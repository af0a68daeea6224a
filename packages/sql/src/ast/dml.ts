import type { Expression } from './expression.ts';
import type { Identifier, QualifiedName } from './node.ts';
import type { Limit, OrderItem, Query, SelectItem, TableReference, ValuesRow, With } from './query.ts';

/** INSERT and REPLACE: exactly one of `rows`, `assignments`, `query` is filled (rows may be empty values: `VALUES ()`). */
export interface Insert {
  readonly kind: 'insert';
  readonly start: number;
  readonly end: number;
  readonly verb: 'INSERT' | 'REPLACE';
  readonly hint: string | undefined;
  /** LOW_PRIORITY, DELAYED, HIGH_PRIORITY. */
  readonly priority: string | undefined;
  readonly ignore: boolean;
  readonly table: QualifiedName;
  readonly partitions: readonly Identifier[];
  /** `undefined` without a list; an empty list is `()`. */
  readonly columns: readonly Expression[] | undefined;
  readonly source: 'values' | 'set' | 'query';
  readonly rows: readonly ValuesRow[];
  readonly assignments: readonly Assignment[];
  readonly query: Query | undefined;
  /** VALUES … AS row(a, b), MySQL 8.0.19. */
  readonly rowAlias: Identifier | undefined;
  readonly rowColumns: readonly Identifier[];
  /** ON DUPLICATE KEY UPDATE. */
  readonly onDuplicate: readonly Assignment[];
  /** RETURNING, MariaDB. */
  readonly returning: readonly SelectItem[];
}

/** `target = value` */
export interface Assignment {
  readonly kind: 'assignment';
  readonly start: number;
  readonly end: number;
  readonly target: Expression;
  readonly value: Expression;
}

export interface Update {
  readonly kind: 'update';
  readonly start: number;
  readonly end: number;
  readonly hint: string | undefined;
  readonly with: With | undefined;
  readonly lowPriority: boolean;
  readonly ignore: boolean;
  /** More than one, or a join: the multi-table form. */
  readonly tables: readonly TableReference[];
  /** FOR PORTION OF period FROM a TO b, MariaDB. */
  readonly portion: Portion | undefined;
  readonly assignments: readonly Assignment[];
  readonly where: Expression | undefined;
  readonly orderBy: readonly OrderItem[];
  readonly limit: Limit | undefined;
  readonly returning: readonly SelectItem[];
}

export interface Portion {
  readonly kind: 'portion';
  readonly start: number;
  readonly end: number;
  readonly period: Identifier;
  readonly from: Expression;
  readonly to: Expression;
}

export interface Delete {
  readonly kind: 'delete';
  readonly start: number;
  readonly end: number;
  readonly hint: string | undefined;
  readonly with: With | undefined;
  /** LOW_PRIORITY, QUICK, IGNORE. */
  readonly options: readonly string[];
  /** `DELETE FROM t`, `DELETE t FROM …`, `DELETE FROM t USING …`; MariaDB's `DELETE HISTORY FROM t`. */
  readonly form: 'single' | 'from' | 'using' | 'history';
  /** What the multi-table forms delete from: names or aliases. Empty in the form for one table. */
  readonly targets: readonly QualifiedName[];
  /** The one table, or the joined tables. */
  readonly tables: readonly TableReference[];
  readonly portion: Portion | undefined;
  /** BEFORE SYSTEM_TIME of DELETE HISTORY. */
  readonly before: Expression | undefined;
  readonly where: Expression | undefined;
  readonly orderBy: readonly OrderItem[];
  readonly limit: Limit | undefined;
  readonly returning: readonly SelectItem[];
}

export type DmlStatement = Insert | Update | Delete;
