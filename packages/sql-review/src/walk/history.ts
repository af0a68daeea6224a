import type { AlterTable, CreateTable, DropTables, Identifier, QualifiedName, Statement } from '@myriad/sql';

/** What earlier statements of the script did, as it matters to later ones. Names are in lower case. */
export interface History {
  /** Statements before this one. */
  readonly count: number;
  /** Last ALTER TABLE or CREATE/DROP INDEX on a table: its line. */
  readonly altered: ReadonlyMap<string, number>;
  /** Lines of the first INSERT, UPDATE, DELETE … of a table. */
  readonly written: ReadonlyMap<string, number>;
  readonly created: ReadonlySet<string>;
  readonly temporary: ReadonlySet<string>;
  readonly lastKind: Statement['kind'] | undefined;
  /** The last statement, for those that look at neighbours. */
  readonly last: Statement | undefined;
  readonly hasDefinitions: boolean;
  readonly hasChanges: boolean;
  readonly hasUse: boolean;
  /** A transaction that the script opened: its line, and how many changes are in it. */
  readonly open: { readonly line: number; readonly changes: number } | undefined;
  /** Changes in a row without a transaction around them. */
  readonly looseChanges: number;
  /** Tables under LOCK TABLES, with the mode. */
  readonly locked: ReadonlyMap<string, string>;
  /** Session variables the script set, with the line. */
  readonly variables: ReadonlyMap<string, number>;
  readonly prepared: ReadonlySet<string>;
  readonly savepoints: ReadonlySet<string>;
}

export interface HistoryState extends History {
  count: number;
  readonly altered: Map<string, number>;
  readonly written: Map<string, number>;
  readonly created: Set<string>;
  readonly temporary: Set<string>;
  lastKind: Statement['kind'] | undefined;
  last: Statement | undefined;
  hasDefinitions: boolean;
  hasChanges: boolean;
  hasUse: boolean;
  open: { line: number; changes: number } | undefined;
  looseChanges: number;
  readonly locked: Map<string, string>;
  readonly variables: Map<string, number>;
  readonly prepared: Set<string>;
  readonly savepoints: Set<string>;
  /** What was known of names that temporary tables hide. */
  readonly hidden: Map<string, HiddenHistory>;
}

interface HiddenHistory {
  readonly altered: number | undefined;
  readonly written: number | undefined;
  readonly isCreated: boolean;
}

export const startHistory = (): HistoryState => ({
  count: 0,
  altered: new Map(),
  written: new Map(),
  created: new Set(),
  temporary: new Set(),
  lastKind: undefined,
  last: undefined,
  hasDefinitions: false,
  hasChanges: false,
  hasUse: false,
  open: undefined,
  looseChanges: 0,
  locked: new Map(),
  variables: new Map(),
  prepared: new Set(),
  savepoints: new Set(),
  hidden: new Map(),
});

export const keyOfName = ({ schema, name }: QualifiedName): string =>
  (schema ? `${schema.name}.${name.name}` : name.name).toLowerCase();

const definitions: ReadonlySet<string> = new Set([
  'create-table', 'alter-table', 'drop-table', 'rename-table', 'truncate-table', 'create-index', 'drop-index',
  'create-view', 'alter-view', 'drop-view', 'create-database', 'alter-database', 'drop-database', 'create-trigger',
  'create-routine', 'alter-routine', 'drop-routine', 'define-event', 'tablespace', 'sequence',
]); // biome-ignore format: a list

export const isDefinition = ({ kind }: Statement): boolean => definitions.has(kind);

export const isChange = ({ kind }: Statement): boolean =>
  kind === 'insert' || kind === 'update' || kind === 'delete' || kind === 'load-data';

/** Commits what is open, besides COMMIT itself. Temporary tables do not. */
export const commitsImplicitly = (statement: Statement): boolean =>
  (isDefinition(statement) && !('temporary' in statement && statement.temporary)) ||
  ['lock-tables', 'grant', 'revoke', 'define-user', 'drop-user', 'rename-user', 'start-transaction'].includes(
    statement.kind,
  );

export function remember(history: HistoryState, statement: Statement, line: number): void {
  rememberTransaction(history, statement, line);
  if (isDefinition(statement)) history.hasDefinitions = true;
  if (isChange(statement)) history.hasChanges = true;
  for (const name of writtenBy(statement)) if (!history.written.has(name)) history.written.set(name, line);
  if (statement.kind === 'alter-table') rememberAlter(history, statement, line);
  else if (statement.kind === 'create-index' || statement.kind === 'drop-index')
    history.altered.set(keyOfName(statement.table), line);
  else if (statement.kind === 'drop-table')
    for (const name of statement.names) dropName(history, keyOfName(name), statement);
  else if (statement.kind === 'rename-table')
    for (const { from, to } of statement.renames) moveName(history, keyOfName(from), keyOfName(to));
  else if (statement.kind === 'create-table') createName(history, statement);
  else if (statement.kind === 'use') history.hasUse = true;
  else if (statement.kind === 'lock-tables')
    for (const { table, mode } of statement.tables) history.locked.set(keyOfName(table), mode);
  else if (statement.kind === 'lock-other' && statement.what === 'UNLOCK TABLES') history.locked.clear();
  else if (statement.kind === 'prepare') history.prepared.add(statement.name.name.toLowerCase());
  else if (statement.kind === 'savepoint' && statement.verb === 'SAVEPOINT')
    history.savepoints.add(statement.name.name.toLowerCase());
  else if (statement.kind === 'set-variables')
    for (const name of variablesOf(statement)) history.variables.set(name, line);
  history.count += 1;
  history.lastKind = statement.kind;
  history.last = statement;
}

function rememberAlter(history: HistoryState, { name, actions }: AlterTable, line: number): void {
  history.altered.set(keyOfName(name), line);
  for (const action of actions)
    if (action.kind === 'rename-to') moveName(history, keyOfName(name), keyOfName(action.name));
}

/** A temporary table begins a history of its own. */
function createName(history: HistoryState, statement: CreateTable): void {
  const name = keyOfName(statement.name);
  if (!statement.temporary) {
    history.created.add(name);
    return;
  }
  if (!history.temporary.has(name)) {
    const [altered, written] = [history.altered.get(name), history.written.get(name)];
    history.hidden.set(name, { altered, written, isCreated: history.created.has(name) });
    forget(history, name);
  }
  history.temporary.add(name);
}

/** DROP TABLE takes the temporary one first, and what it hid is there again; DROP TEMPORARY TABLE takes no other. */
function dropName(history: HistoryState, name: string, { temporary }: DropTables): void {
  const wasTemporary = history.temporary.has(name);
  if (temporary && !wasTemporary) return;
  forget(history, name);
  const hidden = history.hidden.get(name);
  if (!wasTemporary || hidden === undefined) return;
  history.hidden.delete(name);
  if (hidden.altered !== undefined) history.altered.set(name, hidden.altered);
  if (hidden.written !== undefined) history.written.set(name, hidden.written);
  if (hidden.isCreated) history.created.add(name);
}

/** Another table of this name is another table. */
function forget(history: HistoryState, name: string): void {
  history.altered.delete(name);
  history.written.delete(name);
  history.created.delete(name);
  history.temporary.delete(name);
}

function moveName(history: HistoryState, from: string, to: string): void {
  for (const lines of [history.altered, history.written]) {
    const line = lines.get(from);
    lines.delete(from);
    if (line !== undefined) lines.set(to, line);
  }
  for (const names of [history.created, history.temporary]) if (names.delete(from)) names.add(to);
}

function rememberTransaction(history: HistoryState, statement: Statement, line: number): void {
  const closes = statement.kind === 'end-transaction' || commitsImplicitly(statement);
  if (closes) {
    history.open = undefined;
    history.savepoints.clear();
  }
  if (statement.kind === 'start-transaction') history.open = { line, changes: 0 };
  if (!isChange(statement)) {
    if (closes) history.looseChanges = 0;
  } else if (history.open) history.open.changes += 1;
  else history.looseChanges += 1;
}

/** Variables of the server that SET names, however they are written; those of users keep their sign. */
export function variablesOf(statement: Extract<Statement, { kind: 'set-variables' }>): readonly string[] {
  return statement.assignments.flatMap((item) => {
    if (item.kind !== 'set-variable') return item.kind === 'set-names' ? ['names'] : [];
    const { target } = item;
    if (target.kind === 'user-variable') return [`@${target.name.toLowerCase()}`];
    if (target.kind === 'system-variable') return [target.name.toLowerCase()];
    return target.kind === 'column' ? [target.name.name.toLowerCase()] : [];
  });
}

function writtenBy(statement: Statement): readonly string[] {
  if (statement.kind === 'insert' || statement.kind === 'load-data') return [keyOfName(statement.table)];
  if (statement.kind === 'delete' && statement.targets.length > 0) return statement.targets.map(keyOfName);
  if (statement.kind !== 'update' && statement.kind !== 'delete') return [];
  return statement.tables.flatMap((table) => (table.kind === 'named-table' ? [keyOfName(table.name)] : []));
}

export const sameIdentifier = (a: Identifier, b: Identifier): boolean => a.name.toLowerCase() === b.name.toLowerCase();
