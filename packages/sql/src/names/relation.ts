import type { Column } from '../ast/expression.ts';
import type { Query, QueryBody } from '../ast/query.ts';

/** A column of a stored table: where a value comes from or goes to. `column` is `*` when the columns are not known. */
export interface Origin {
  /** `undefined`: the session's own schema. */
  readonly schema: string | undefined;
  readonly table: string;
  readonly column: string;
}

/** One column that a query, a derived table or a common table gives, and all stored columns its value is made from. */
export interface OutputColumn {
  readonly name: string;
  readonly origins: readonly Origin[];
  /** The value is the origin's own, not made from it. */
  readonly isPlain: boolean;
}

/** What the caller knows of the schema. All of it may be unknown: then names resolve as far as the text tells. */
export interface SchemaFacts {
  /** Columns in their order; `undefined` when the table is not known. */
  readonly columnsOf?: (schema: string | undefined, table: string) => readonly string[] | undefined;
  /** The query of a view; `undefined` for tables. */
  readonly viewOf?: (schema: string | undefined, table: string) => Query | undefined;
}

/** Something in FROM that columns can be asked of. */
export interface Relation {
  /** Alias or table name; `undefined` for what cannot be named. */
  readonly name: string | undefined;
  readonly schema: string | undefined;
  /** `undefined`: a stored table whose columns nobody told us. */
  readonly columns: readonly OutputColumn[] | undefined;
  /** The stored table's own name. */
  readonly table: string | undefined;
  /** The place that names it; `undefined`: nothing stored. */
  readonly use?: TableUse;
}

export interface Scope {
  readonly relations: Relation[];
  readonly parent: Scope | undefined;
  readonly commonTables: ReadonlyMap<string, readonly OutputColumn[]>;
  /** Names that USING or NATURAL made one of two, in lower case. */
  readonly merged: Set<string>;
}

/** A column in the text, with what it stands for. No origins: nothing in reach has it, or a value without columns. */
export interface ResolvedColumn {
  readonly column: Column;
  readonly origins: readonly Origin[];
  /** A variable or parameter of the program it stands in is no column. */
  readonly verdict: 'found' | 'unknown' | 'ambiguous' | 'variable';
}

export interface TableUse {
  readonly schema: string | undefined;
  readonly table: string;
  readonly access: 'read' | 'write';
  readonly start: number;
  readonly end: number;
}

/** A stored table, or another view, that a view stands on; its place in the text is the view's. */
export interface HiddenUse extends TableUse {
  /** The view that the text names. */
  readonly view: string;
}

/** What resolving gathers on its way. */
export interface Findings {
  readonly facts: SchemaFacts;
  readonly columns: ResolvedColumn[];
  readonly tables: TableUse[];
  readonly behindViews: HiddenUse[];
  /** Views being looked through, against views that name each other. */
  readonly openViews: Set<string>;
  /** Views looked through, by name: each once, whatever stands on it. */
  readonly seenViews: Map<string, SeenView>;
  /** What the first parts of recursive common tables give: each looked at once, however deep they stand in each other. */
  readonly firstParts: Map<QueryBody, readonly OutputColumn[]>;
  /** Of the routine, trigger or event that the statement stands in. */
  readonly program?: ProgramNames;
}

/** A view's columns, and what it stands on, each table once. */
export interface SeenView {
  readonly outputs: readonly OutputColumn[];
  readonly uses: readonly TableUse[];
}

/** A server refuses a table or result of more columns; `*` of `*` would double them at every level. */
export const mostColumns = 4096;

/** Names that a program adds to those of its statements. */
export interface ProgramNames {
  readonly isVariable: (column: Column) => boolean;
  /** NEW and OLD. */
  readonly lookUp: (column: Column) => ResolvedColumn | undefined;
}

export const sameName = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();

export function childScope(parent: Scope | undefined, commonTables = parent?.commonTables): Scope {
  return { relations: [], parent, commonTables: commonTables ?? new Map(), merged: new Set() };
}

export function unionOf(lists: readonly (readonly Origin[])[]): readonly Origin[] {
  const seen = new Map<string, Origin>();
  for (const origin of lists.flat()) {
    const key = `${origin.schema ?? ''}\u0000${origin.table}\u0000${origin.column}`.toLowerCase();
    if (!seen.has(key)) seen.set(key, origin);
  }
  return [...seen.values()];
}
