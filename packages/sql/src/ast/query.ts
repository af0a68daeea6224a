import type { Expression, Star } from './expression.ts';
import type { Identifier, QualifiedName } from './node.ts';
import type { TableReference } from './tables.ts';

export type * from './tables.ts';

/**
 * A query expression: SELECT …, a UNION, VALUES, TABLE, or one of these in brackets, with what stands around it.
 * As a statement it is the SELECT statement.
 */
export interface Query {
  readonly kind: 'query';
  readonly start: number;
  readonly end: number;
  readonly with: With | undefined;
  readonly body: QueryBody;
  readonly orderBy: readonly OrderItem[];
  readonly limit: Limit | undefined;
  readonly locks: readonly Lock[];
  /** INTO at the end; the one inside the first SELECT is there. */
  readonly into: Into | undefined;
  /** PROCEDURE ANALYSE(…), before MySQL 8. */
  readonly procedure: Expression | undefined;
}

/** A `query` as body is one in brackets. */
export type QueryBody = Select | SetOperation | ValuesTable | TableQuery | Query;

export interface Select {
  readonly kind: 'select';
  readonly start: number;
  readonly end: number;
  /** The text inside the hint comment, `undefined` without one. */
  readonly hint: string | undefined;
  readonly distinct: boolean;
  /** HIGH_PRIORITY, STRAIGHT_JOIN, SQL_CALC_FOUND_ROWS …; and ALL. */
  readonly options: readonly string[];
  readonly items: readonly SelectItem[];
  readonly into: Into | undefined;
  /** Comma list; DUAL is a table without a name here: an empty list with `dual`. */
  readonly from: readonly TableReference[];
  readonly dual: boolean;
  readonly where: Expression | undefined;
  readonly groupBy: GroupBy | undefined;
  readonly having: Expression | undefined;
  readonly windows: readonly NamedWindow[];
  readonly qualify: Expression | undefined;
}

export interface SelectItem {
  readonly kind: 'select-item';
  readonly start: number;
  readonly end: number;
  readonly expression: Expression | Star;
  /** A string as alias is an identifier too. */
  readonly alias: Identifier | undefined;
}

export interface GroupBy {
  readonly kind: 'group-by';
  readonly start: number;
  readonly end: number;
  readonly items: readonly OrderItem[];
  readonly modifier: 'WITH ROLLUP' | 'ROLLUP' | 'CUBE' | undefined;
}

export interface OrderItem {
  readonly kind: 'order-item';
  readonly start: number;
  readonly end: number;
  readonly expression: Expression;
  readonly direction: 'ASC' | 'DESC' | undefined;
}

/** `LIMIT offset, count` and `LIMIT count OFFSET offset` are one; `fetch` is MariaDB's FETCH FIRST. */
export interface Limit {
  readonly kind: 'limit';
  readonly start: number;
  readonly end: number;
  readonly style: 'comma' | 'offset' | 'fetch';
  readonly count: Expression | undefined;
  readonly offset: Expression | undefined;
  /** FETCH … WITH TIES. */
  readonly withTies: boolean;
  /** LIMIT … ROWS EXAMINED n, MariaDB. */
  readonly rowsExamined: Expression | undefined;
}

export interface SetOperation {
  readonly kind: 'set-operation';
  readonly start: number;
  readonly end: number;
  readonly first: QueryBody;
  /** From left to right; INTERSECT, which binds tighter, is a set operation of its own inside. */
  readonly rest: readonly SetPart[];
}

export interface SetPart {
  readonly kind: 'set-part';
  readonly start: number;
  readonly end: number;
  readonly operator: 'UNION' | 'INTERSECT' | 'EXCEPT';
  /** MINUS is EXCEPT. */
  readonly quantifier: 'ALL' | 'DISTINCT' | undefined;
  readonly body: QueryBody;
}

/** VALUES ROW(1, 2), ROW(3, 4); MariaDB's has no word ROW. */
export interface ValuesTable {
  readonly kind: 'values-table';
  readonly start: number;
  readonly end: number;
  readonly rows: readonly ValuesRow[];
}

export interface ValuesRow {
  readonly kind: 'values-row';
  readonly start: number;
  readonly end: number;
  readonly word: boolean;
  readonly items: readonly Expression[];
}

/** TABLE t. */
export interface TableQuery {
  readonly kind: 'table-query';
  readonly start: number;
  readonly end: number;
  readonly name: QualifiedName;
}

export interface With {
  readonly kind: 'with';
  readonly start: number;
  readonly end: number;
  readonly recursive: boolean;
  readonly tables: readonly CommonTable[];
}

export interface CommonTable {
  readonly kind: 'common-table';
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
  readonly columns: readonly Identifier[];
  readonly query: Query;
  /** CYCLE columns RESTRICT, MariaDB. */
  readonly cycle: readonly Identifier[];
}

export interface Lock {
  readonly kind: 'lock';
  readonly start: number;
  readonly end: number;
  readonly strength: 'FOR UPDATE' | 'FOR SHARE' | 'LOCK IN SHARE MODE';
  readonly of: readonly QualifiedName[];
  readonly wait: 'NOWAIT' | 'SKIP LOCKED' | 'WAIT' | undefined;
  /** WAIT n, MariaDB, in seconds. */
  readonly seconds: Expression | undefined;
}

export interface Into {
  readonly kind: 'into';
  readonly start: number;
  readonly end: number;
  readonly target: 'OUTFILE' | 'DUMPFILE' | 'VARIABLES';
  /** User variables and routine variables. */
  readonly variables: readonly Expression[];
  readonly file: Expression | undefined;
  readonly charset: string | undefined;
  readonly format: FileFormat | undefined;
}

/** FIELDS … LINES …, of OUTFILE and LOAD DATA. */
export interface FileFormat {
  readonly kind: 'file-format';
  readonly start: number;
  readonly end: number;
  readonly fieldsTerminated: Expression | undefined;
  readonly fieldsEnclosed: Expression | undefined;
  readonly optionallyEnclosed: boolean;
  readonly fieldsEscaped: Expression | undefined;
  readonly linesStarting: Expression | undefined;
  readonly linesTerminated: Expression | undefined;
}

export interface NamedWindow {
  readonly kind: 'named-window';
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
  readonly spec: WindowSpec;
}

export interface WindowSpec {
  readonly kind: 'window-spec';
  readonly start: number;
  readonly end: number;
  readonly base: Identifier | undefined;
  readonly partitionBy: readonly OrderItem[];
  readonly orderBy: readonly OrderItem[];
  readonly frame: Frame | undefined;
}

export interface Frame {
  readonly kind: 'frame';
  readonly start: number;
  readonly end: number;
  readonly unit: 'ROWS' | 'RANGE' | 'GROUPS';
  readonly from: FrameBound;
  readonly to: FrameBound | undefined;
  /** CURRENT ROW, GROUP, TIES, NO OTHERS. */
  readonly exclude: string | undefined;
}

export interface FrameBound {
  readonly kind: 'frame-bound';
  readonly start: number;
  readonly end: number;
  readonly bound: 'UNBOUNDED PRECEDING' | 'UNBOUNDED FOLLOWING' | 'CURRENT ROW' | 'PRECEDING' | 'FOLLOWING';
  readonly amount: Expression | undefined;
}
