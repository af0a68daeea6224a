import type { ParameterValue } from '../rule.ts';

/** A value, or the parameter of the rule that holds it. */
export type Value<Of> = Of | { readonly parameter: string };

export interface Range {
  readonly atLeast?: Value<number>;
  readonly atMost?: Value<number>;
}

/** What the schema and the statistics say of the table that a node names. */
export interface TablePattern {
  readonly primaryKey?: 'present' | 'absent';
  readonly engine?: Value<readonly string[]>;
  readonly column?: Value<readonly string[]>;
  readonly columns?: Range;
  readonly rows?: Range;
}

/** What must hold of a field of a node; of a list: of one of its items, or of every one. */
export type FieldPattern =
  | { readonly is: 'present' | 'absent' }
  | { readonly oneOf: Value<readonly (string | number | boolean)[]> }
  | { readonly number: Range }
  | { readonly count: Range }
  | { readonly every: Pattern }
  | { readonly some: Pattern };

/** All that is said must hold. */
export interface Pattern {
  readonly kinds?: readonly string[];
  /** Globs, compared without case. */
  readonly name?: Value<readonly string[]>;
  readonly fields?: Readonly<Record<string, FieldPattern>>;
  /** A node below. */
  readonly has?: Pattern;
  /** A node above. */
  readonly within?: Pattern;
  readonly not?: Pattern;
  readonly any?: readonly Pattern[];
  readonly all?: readonly Pattern[];
  readonly table?: TablePattern;
}

export type Declared = Readonly<Record<string, ParameterValue>>;

/** Every pattern in a pattern, itself first. */
export function* patternsIn(pattern: Pattern): Generator<Pattern> {
  yield pattern;
  const { has, within, not, any = [], all = [], fields = {} } = pattern;
  for (const below of [has, within, not, ...any, ...all]) if (below) yield* patternsIn(below);
  for (const field of Object.values(fields)) {
    if ('every' in field) yield* patternsIn(field.every);
    if ('some' in field) yield* patternsIn(field.some);
  }
}
