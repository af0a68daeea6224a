import type { Words } from '@myriad/contract';
import type { RawBuilder, SqlBool } from 'kysely';

/** `time`: epoch milliseconds, written as ISO text or a number. `date`: `YYYY-MM-DD`. `json`: canonical JSON text of any kind. */
export type ValueType = 'text' | 'number' | 'boolean' | 'time' | 'date' | 'json';

/** A column as people name it. */
export interface Column {
  readonly name: string;
  readonly type: ValueType;
  readonly words: Words;
  /** May hold nothing. */
  readonly nullable?: true;
  /** The only values there are: another one is a fault, not an empty list. */
  readonly choices?: readonly string[];
  /** Name in the database where it differs. */
  readonly column?: string;
  /** Computed over the row with this alias. */
  readonly compute?: (alias: string) => RawBuilder<unknown>;
}

/** From a row to rows of another table: `row[from] = other[target]`. */
export interface Step {
  readonly from: string;
  /** `from` may hold nothing. */
  readonly fromNullable?: true;
  readonly table: string;
  readonly target: string;
  /** Fixed conditions on the other table, by column. */
  readonly fixed?: Readonly<Record<string, string>>;
  /**
   * Looked up row by row instead of collected beforehand: right where the other table has no index on what is compared, so that a
   * page of a frequent value ends early.
   */
  readonly lookUp?: true;
  /** A further condition on the other table's rows, under their alias: rows somebody may not see are not there. */
  readonly only?: (alias: string) => RawBuilder<SqlBool>;
}

export interface Link {
  readonly to: string;
  /** One after another. */
  readonly steps: readonly Step[];
  /** One row may lead to several. */
  readonly many: boolean;
}

/** Values kept as rows of name and value beside the row: labels, facts, fields people defined. */
export interface Keyed {
  readonly words: Words;
  /** What stands behind `label.` …; throws FILTER_INVALID where there is no such name. */
  open(name: string, at: number): { readonly step: Step; readonly column: Column };
}

/** What a filter is asked over: a table, its columns, where they lead. */
export interface Collection {
  readonly name: string;
  readonly table: string;
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  readonly links?: readonly Link[];
  readonly keyed?: Readonly<Record<string, Keyed>>;
}

export type Catalogue = Readonly<Record<string, Collection>>;

export const columnName = (column: Column): string => column.column ?? column.name;
