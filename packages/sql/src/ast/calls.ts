import type { DataType } from './data-type.ts';
import type { Expression } from './expression.ts';
import type { Identifier } from './node.ts';
import type { OrderItem, WindowSpec } from './query.ts';

/** CAST(x AS type), CONVERT(x, type) and BINARY's kin. */
export interface Cast {
  readonly kind: 'cast';
  readonly start: number;
  readonly end: number;
  readonly function: 'CAST' | 'CONVERT';
  readonly operand: Expression;
  readonly atTimeZone: Expression | undefined;
  readonly type: DataType;
  /** `… ARRAY`, in the key parts of a multi-valued index. */
  readonly array: boolean;
}

/** CONVERT(x USING charset). */
export interface ConvertUsing {
  readonly kind: 'convert-using';
  readonly start: number;
  readonly end: number;
  readonly operand: Expression;
  readonly charset: string;
}

/**
 * name(args). `name` as written; the built-in functions whose brackets may be missing (CURRENT_TIMESTAMP) have
 * `brackets: false`.
 */
export interface Call {
  readonly kind: 'call';
  readonly start: number;
  readonly end: number;
  readonly schema: Identifier | undefined;
  /** Of `schema.package.name`, MariaDB. */
  readonly package: Identifier | undefined;
  readonly name: string;
  readonly quoted: boolean;
  readonly brackets: boolean;
  readonly args: readonly Expression[];
}

/**
 * A call with words between its arguments: TRIM(LEADING a FROM b), EXTRACT(YEAR FROM d), JSON_VALUE(d, '$.a' DEFAULT 0 ON EMPTY).
 * `words[i]` stands before `args[i]`, the last one after the last argument; in capitals; commas included, brackets not.
 */
export interface SpecialCall {
  readonly kind: 'special-call';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly args: readonly Expression[];
  readonly words: readonly string[];
}

/** COUNT, SUM, GROUP_CONCAT …, and every function called with OVER. `name` in capitals. */
export interface Aggregate {
  readonly kind: 'aggregate';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly distinct: boolean;
  readonly args: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
  readonly separator: Expression | undefined;
  /** LIMIT of MariaDB's GROUP_CONCAT. */
  readonly limit: readonly Expression[];
  /** `WITHIN GROUP (ORDER BY …)`, MariaDB. */
  readonly withinGroup: readonly OrderItem[];
  /** FROM FIRST | FROM LAST, RESPECT NULLS | IGNORE NULLS. */
  readonly modifiers: readonly string[];
  readonly over: WindowSpec | Identifier | undefined;
}

/** INTERVAL amount unit, as a side of + or - and in functions. */
export interface Interval {
  readonly kind: 'interval';
  readonly start: number;
  readonly end: number;
  readonly amount: Expression;
  readonly unit: string;
}

export interface MatchAgainst {
  readonly kind: 'match-against';
  readonly start: number;
  readonly end: number;
  readonly columns: readonly Expression[];
  readonly against: Expression;
  /** IN BOOLEAN MODE, IN NATURAL LANGUAGE MODE [WITH QUERY EXPANSION], WITH QUERY EXPANSION; '' when not said. */
  readonly mode: string;
}

/** JSON_DUALITY_OBJECT('key': value, …), MySQL 9. */
export interface JsonDualityObject {
  readonly kind: 'json-duality-object';
  readonly start: number;
  readonly end: number;
  /** WITH (INSERT, UPDATE, DELETE), in capitals; `undefined` when not said. */
  readonly tags: readonly string[] | undefined;
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly kind: 'json-member';
  readonly start: number;
  readonly end: number;
  readonly key: Expression;
  readonly value: Expression;
}
