import type { QualifiedName } from '@myriad/sql';
import type { ProgramModel, TableModel, TriggerModel, ViewModel } from './table.ts';

/** What is known of a name: there, known not to be there, or not known. */
export type Presence = 'there' | 'missing' | 'unknown';

/** What rules see of the schema, as it stands before the statement they look at. Names are compared without their case. */
export interface Schema {
  readonly tableOf: (name: QualifiedName) => TableModel | undefined;
  readonly tableAt: (schema: string | undefined, table: string) => TableModel | undefined;
  readonly viewAt: (schema: string | undefined, view: string) => ViewModel | undefined;
  readonly presenceOf: (name: QualifiedName) => Presence;
  readonly presenceAt: (schema: string | undefined, table: string) => Presence;
  readonly triggersOf: (table: TableModel) => readonly TriggerModel[];
  readonly listTables: () => Iterable<TableModel>;
  readonly listViews: () => Iterable<ViewModel>;
  readonly listPrograms: () => Iterable<ProgramModel>;
  /** The schema of names without one, where that is known. */
  readonly current: string | undefined;
  /** Whether anything at all is known. */
  readonly isEmpty: () => boolean;
}

interface Hidden {
  readonly table: TableModel | undefined;
  readonly view: ViewModel | undefined;
  readonly isGone: boolean;
}

/** A schema that statements change. Only the walk through a script holds it; rules see it as `Schema`. */
export interface SchemaState extends Schema {
  current: string | undefined;
  readonly tables: Map<string, TableModel>;
  readonly views: Map<string, ViewModel>;
  readonly triggers: Map<string, readonly TriggerModel[]>;
  /** By kind and name. */
  readonly programs: Map<string, ProgramModel>;
  /** What temporary tables of the same name hide, by that name; `isGone`: it had been dropped. */
  readonly hidden: Map<string, Hidden>;
  /** What was dropped or renamed away. */
  readonly gone: Set<string>;
  /** Schemas of which every table is known, in lower case; '' is the session's own. */
  readonly whole: Set<string>;
  readonly keyOf: (schema: string | undefined, table: string) => string;
}

export function emptySchema(current?: string): SchemaState {
  const state: SchemaState = {
    current,
    tables: new Map(),
    views: new Map(),
    triggers: new Map(),
    programs: new Map(),
    hidden: new Map(),
    gone: new Set(),
    whole: new Set(),
    keyOf: (schema, table) => `${schema ?? state.current ?? ''}\u0000${table}`.toLowerCase(),
    tableOf: ({ schema, name }) => state.tables.get(state.keyOf(schema?.name, name.name)),
    tableAt: (schema, table) => state.tables.get(state.keyOf(schema, table)),
    viewAt: (schema, view) => state.views.get(state.keyOf(schema, view)),
    presenceOf: ({ schema, name }) => presenceOf(state, schema?.name, name.name),
    presenceAt: (schema, table) => presenceOf(state, schema, table),
    // A temporary table has none.
    triggersOf: ({ schema, name, isTemporary }) =>
      isTemporary ? [] : (state.triggers.get(state.keyOf(schema, name)) ?? []),
    listTables: () => state.tables.values(),
    listViews: () => state.views.values(),
    listPrograms: () => state.programs.values(),
    isEmpty: () => state.tables.size === 0 && state.views.size === 0 && state.gone.size === 0 && state.whole.size === 0,
  };
  return state;
}

function presenceOf(state: SchemaState, schema: string | undefined, table: string): Presence {
  const key = state.keyOf(schema, table);
  if (state.tables.has(key) || state.views.has(key)) return 'there';
  const isWhole = state.whole.has((schema ?? state.current ?? '').toLowerCase());
  return state.gone.has(key) || isWhole ? 'missing' : 'unknown';
}

/** A copy that a script may change without touching the original. */
export function copySchema(from: SchemaState): SchemaState {
  const copy = emptySchema(from.current);
  for (const [key, table] of from.tables) copy.tables.set(key, table);
  for (const [key, view] of from.views) copy.views.set(key, view);
  for (const [key, triggers] of from.triggers) copy.triggers.set(key, triggers);
  for (const [key, program] of from.programs) copy.programs.set(key, program);
  for (const [key, hidden] of from.hidden) copy.hidden.set(key, hidden);
  for (const key of from.gone) copy.gone.add(key);
  for (const name of from.whole) copy.whole.add(name);
  return copy;
}
