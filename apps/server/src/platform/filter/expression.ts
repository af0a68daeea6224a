/** What stands on the right of a comparison. */
export type Literal = string | number | boolean | null;

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | '!~' | 'in' | 'not in';

/** A name with dots, as written: `cluster.application.level`. Positions count characters from 1. */
export interface Path {
  readonly names: readonly string[];
  readonly at: number;
}

export interface Value {
  readonly value: Literal;
  readonly at: number;
}

export interface Comparison {
  readonly kind: 'comparison';
  readonly path: Path;
  readonly operator: Operator;
  /** One; of `in` and `not in` at least one. */
  readonly values: readonly Value[];
  readonly at: number;
}

/** A filter as a tree. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly inner: Expression }
  | Comparison;

export const filterLimits = { characters: 4000, comparisons: 100, depth: 30, values: 500 } as const;
