import type {
  Aggregate,
  Call,
  Cast,
  ConvertUsing,
  Interval,
  JsonDualityObject,
  MatchAgainst,
  SpecialCall,
} from './calls.ts';
import type { Identifier } from './node.ts';
import type { Query } from './query.ts';

export type * from './calls.ts';

export type LiteralType =
  | 'string' | 'national-string' | 'integer' | 'decimal' | 'float' | 'hex' | 'bit' | 'null' | 'boolean'
  | 'date' | 'time' | 'timestamp'; // biome-ignore format: a list

/** `value`: of strings without quotes and escapes, of anything else the text as written. */
export interface Literal {
  readonly kind: 'literal';
  readonly start: number;
  readonly end: number;
  readonly type: LiteralType;
  readonly value: string;
  /** The set named by an introducer, `_utf8mb4'…'`, without the underscore. */
  readonly charset: string | undefined;
}

/** A question mark. */
export interface Parameter {
  readonly kind: 'parameter';
  readonly start: number;
  readonly end: number;
}

/** [[schema.]table.]name. In a routine it may be a variable or a parameter. */
export interface Column {
  readonly kind: 'column';
  readonly start: number;
  readonly end: number;
  readonly schema: Identifier | undefined;
  readonly table: Identifier | undefined;
  readonly name: Identifier;
}

/** `*`, `t.*`, `s.t.*`: in a select list, and in count(*). */
export interface Star {
  readonly kind: 'star';
  readonly start: number;
  readonly end: number;
  readonly schema: Identifier | undefined;
  readonly table: Identifier | undefined;
}

/** @name, without the sign. */
export interface UserVariable {
  readonly kind: 'user-variable';
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** @@[scope.]name[.part]. */
export interface SystemVariable {
  readonly kind: 'system-variable';
  readonly start: number;
  readonly end: number;
  readonly scope: 'GLOBAL' | 'SESSION' | 'LOCAL' | 'PERSIST' | 'PERSIST_ONLY' | undefined;
  readonly name: string;
}

/** `operator` in capitals: - + ~ ! NOT BINARY. */
export interface Unary {
  readonly kind: 'unary';
  readonly start: number;
  readonly end: number;
  readonly operator: '-' | '+' | '~' | '!' | 'NOT' | 'BINARY';
  readonly operand: Expression;
}

export type BinaryOperator =
  | '=' | '<=>' | '<' | '<=' | '>' | '>=' | '<>' | '!=' | '+' | '-' | '*' | '/' | '%' | 'DIV' | 'MOD' | '^' | '&' | '|'
  | '<<' | '>>' | '||' | '->' | '->>' | ':=' | 'SOUNDS LIKE' | 'MEMBER OF' | 'COLLATE'; // biome-ignore format: a list

/** `left operator right`. `||` is here only when it joins strings. COLLATE has the collation as a column named so. */
export interface Binary {
  readonly kind: 'binary';
  readonly start: number;
  readonly end: number;
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** Two or more operands in a row: `a AND b AND c` is one node. `&&` is AND, `||` without PIPES_AS_CONCAT is OR. */
export interface Logical {
  readonly kind: 'logical';
  readonly start: number;
  readonly end: number;
  readonly operator: 'AND' | 'OR' | 'XOR';
  readonly operands: readonly Expression[];
}

export interface Between {
  readonly kind: 'between';
  readonly start: number;
  readonly end: number;
  readonly not: boolean;
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
}

export interface InList {
  readonly kind: 'in-list';
  readonly start: number;
  readonly end: number;
  readonly not: boolean;
  readonly operand: Expression;
  readonly items: readonly Expression[];
}

export interface InQuery {
  readonly kind: 'in-query';
  readonly start: number;
  readonly end: number;
  readonly not: boolean;
  readonly operand: Expression;
  readonly query: Query;
}

export interface Like {
  readonly kind: 'like';
  readonly start: number;
  readonly end: number;
  readonly not: boolean;
  /** RLIKE is REGEXP. */
  readonly operator: 'LIKE' | 'REGEXP';
  readonly operand: Expression;
  readonly pattern: Expression;
  readonly escape: Expression | undefined;
}

export interface Is {
  readonly kind: 'is';
  readonly start: number;
  readonly end: number;
  readonly not: boolean;
  readonly operand: Expression;
  readonly what: 'NULL' | 'TRUE' | 'FALSE' | 'UNKNOWN' | 'JSON';
}

export interface Case {
  readonly kind: 'case';
  readonly start: number;
  readonly end: number;
  readonly operand: Expression | undefined;
  readonly whens: readonly When[];
  readonly otherwise: Expression | undefined;
}

export interface When {
  readonly kind: 'when';
  readonly start: number;
  readonly end: number;
  readonly condition: Expression;
  readonly result: Expression;
}

/** (SELECT …) as a value. */
export interface Subquery {
  readonly kind: 'subquery';
  readonly start: number;
  readonly end: number;
  readonly query: Query;
}

export interface Exists {
  readonly kind: 'exists';
  readonly start: number;
  readonly end: number;
  readonly query: Query;
}

/** `left op ANY (query)`; SOME is ANY. */
export interface Quantified {
  readonly kind: 'quantified';
  readonly start: number;
  readonly end: number;
  readonly operator: BinaryOperator;
  readonly quantifier: 'ANY' | 'ALL';
  readonly left: Expression;
  readonly query: Query;
}

/** (a, b) or ROW(a, b). */
export interface RowValue {
  readonly kind: 'row';
  readonly start: number;
  readonly end: number;
  readonly word: boolean;
  readonly items: readonly Expression[];
}

/** (expression), kept so that a text can be printed as it was. */
export interface Parenthesised {
  readonly kind: 'parenthesised';
  readonly start: number;
  readonly end: number;
  readonly inner: Expression;
}

/** DEFAULT as a value, or DEFAULT(column). Also MariaDB's IGNORE. */
export interface DefaultValue {
  readonly kind: 'default-value';
  readonly start: number;
  readonly end: number;
  readonly word: 'DEFAULT' | 'IGNORE';
  readonly column: Column | undefined;
}

/** VALUES(column) of ON DUPLICATE KEY UPDATE. */
export interface ValuesOf {
  readonly kind: 'values-of';
  readonly start: number;
  readonly end: number;
  readonly column: Column;
}

/** {d '2020-01-01'}, {fn now()}: the ODBC brackets. */
export interface OdbcEscape {
  readonly kind: 'odbc-escape';
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly inner: Expression;
}

/** cursor%FOUND, SQL%ROWCOUNT: MariaDB's ORACLE mode. */
export interface CursorAttribute {
  readonly kind: 'cursor-attribute';
  readonly start: number;
  readonly end: number;
  readonly cursor: Identifier;
  readonly attribute: 'ISOPEN' | 'FOUND' | 'NOTFOUND' | 'ROWCOUNT';
}

export type Expression =
  | Literal | Parameter | Column | Star | UserVariable | SystemVariable | Unary | Binary | Logical | Between | InList
  | InQuery | Like | Is | Case | Cast | ConvertUsing | Call | SpecialCall | Aggregate | Interval | MatchAgainst
  | Subquery | Exists | Quantified | RowValue | Parenthesised | DefaultValue | ValuesOf | OdbcEscape
  | JsonDualityObject | CursorAttribute; // biome-ignore format: a list
