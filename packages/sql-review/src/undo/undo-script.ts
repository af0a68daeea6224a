import {
  type CreateTable,
  type Dialect,
  type DropTables,
  parseStatement,
  type QualifiedName,
  type Statement,
  splitScript,
} from '@myriad/sql';
import { definitionsIn, type LiveAnswers, withTriggers } from '../live/facts-from-answers.ts';
import { applyStatement } from '../schema/apply-statement.ts';
import { tablesChangedBy } from '../schema/needed-tables.ts';
import { emptySchema, type SchemaState } from '../schema/schema.ts';
import type { Words } from '../words.ts';
import type { DmlUndoPart } from './dml-parts.ts';
import { no } from './dml-parts.ts';
import { undoDdl } from './undo-ddl.ts';
import { previewUndo } from './undo-dml.ts';
import { notesOf, type UndoSight } from './undo-notes.ts';

export type UndoneKind = 'rows' | 'definition' | 'other' | 'nothing';

/** One statement of a script, and what would undo it; offsets are of the whole text. */
export interface UndoneStatement {
  /** `other`: changes something that is neither rows nor tables; `nothing`: leaves nothing to undo. */
  readonly kind: UndoneKind;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly sql: string;
  /** Then all lists are empty. */
  readonly impossible?: Words;
  /** Of rows, in the order in which they are undone. */
  readonly parts: readonly DmlUndoPart[];
  /** Of a definition, in the order in which they run. */
  readonly statements: readonly string[];
  readonly lost: readonly Words[];
  readonly remains: readonly Words[];
  readonly notes: readonly Words[];
}

export interface UndoScriptOptions {
  readonly dialect: Dialect;
  /** CREATE statements of what is there before the script. */
  readonly definitions?: string | undefined;
  /** What a server said is there; `definitions` hold before it. */
  readonly live?: Pick<LiveAnswers, 'tables'> | undefined;
  readonly sight: UndoSight;
  /** The schema of names without one, where that is known. */
  readonly current?: string | undefined;
}

/** What would undo each statement, on the schema as it stands before it. Throws for nothing that stands in the text. */
export function* undoScript(text: string, options: UndoScriptOptions): Generator<UndoneStatement, void> {
  const { dialect, definitions = '', live = { tables: [] }, sight, current } = options;
  const known = `${definitionsIn(live.tables)}${definitions}`;
  const schema = emptySchema(current);
  const creates = new Map<string, CreateTable>();
  const keyOf = ({ schema: of, name }: QualifiedName) => schema.keyOf(of?.name, name.name);
  const pass = (statement: Statement) => {
    keepCreate(creates, keyOf, statement);
    applyStatement(schema, statement);
  };
  // One after the other: USE says where the names behind it stand.
  for (const { statement } of statementsOf(known, dialect)) pass(statement);
  schema.current = current;
  withTriggers(schema, live.tables);
  for (const { statement, line, start, end } of statementsOf(text, dialect)) {
    const given = { schema, dialect, createOf: (name: QualifiedName) => creates.get(keyOf(name)) };
    yield { line, start, end, sql: text.slice(start, end), ...nothing, ...undone(runBy(statement), given, sight) };
    pass(statement);
  }
}

/** ANALYZE of a statement runs what it tells of. */
const runBy = (statement: Statement): Statement =>
  statement.kind === 'explain' && [statement.verb, statement.mode].includes('ANALYZE')
    ? (statement.statement ?? statement)
    : statement;

const nothing = { parts: [], statements: [], lost: [], remains: [], notes: [] } as const;

interface Given {
  readonly schema: SchemaState;
  readonly dialect: Dialect;
  readonly createOf: (name: QualifiedName) => CreateTable | undefined;
}

type Found = Pick<UndoneStatement, 'kind'> & Partial<UndoneStatement>;

function undone(statement: Statement, given: Given, sight: UndoSight): Found {
  const kind = kindOf(statement);
  if (kind === 'nothing') return { kind };
  if (statement.kind === 'unknown') return { kind, ...no('The statement cannot be read.', '无法解析该语句。') };
  if (kind === 'other')
    return { kind, ...no('Only changes of rows and of tables have an undo.', '只有行数据变更与表结构变更可以撤销。') };
  if (kind === 'rows') {
    const found = previewUndo(statement, given);
    return 'impossible' in found
      ? { kind, ...found }
      : { kind, ...found, notes: [...found.notes, ...notesOf(statement, given.schema, sight)] };
  }
  if (statement.kind === 'create-table' && mayHaveBeen(statement, given))
    return {
      kind,
      ...no(
        'Whether the table was there before is not known: to drop it could take an older one away.',
        '无法确定该表此前是否已存在，删除它可能误删旧表。',
      ),
    };
  if (statement.kind === 'drop-table' && !statement.temporary && isUnknown(statement, given))
    return {
      kind,
      ...no(
        'Whether the table was there before, and how it was defined, is not known.',
        '无法确定该表此前是否存在及其结构。',
      ),
    };
  const found = undoDdl(statement, given);
  return 'impossible' in found
    ? { kind, ...found }
    : { kind, ...found, lost: [...found.lost, ...triggersLost(statement, given)] };
}

/** Said in a way that succeeds also where it is there, and nobody knows of it. */
const mayHaveBeen = ({ name, ifNotExists, orReplace }: CreateTable, { schema, createOf }: Given): boolean =>
  (ifNotExists || orReplace) && createOf(name) === undefined && schema.presenceOf(name) !== 'missing';

/** IF EXISTS takes also what nobody knows of. */
const isUnknown = ({ names, ifExists }: DropTables, { schema, createOf }: Given): boolean =>
  ifExists && names.some((name) => createOf(name) === undefined && schema.presenceOf(name) !== 'missing');

const rowChanges: ReadonlySet<string> = new Set(['insert', 'update', 'delete', 'load-data']);
const definitionChanges: ReadonlySet<string> = new Set([
  ...['create-table', 'drop-table', 'truncate-table', 'rename-table'],
  ...['alter-table', 'create-index', 'drop-index', 'table-maintenance'],
]);
/** They read, or speak of the session alone. */
const leavesNothing: ReadonlySet<string> = new Set([
  ...['query', 'show', 'explain', 'describe', 'use', 'start-transaction', 'end-transaction', 'savepoint'],
  ...['lock-tables', 'set-names', 'set-charset', 'set-transaction', 'histogram'],
]);

function kindOf({ kind }: Statement): UndoneKind {
  if (rowChanges.has(kind)) return 'rows';
  if (definitionChanges.has(kind)) return 'definition';
  return leavesNothing.has(kind) ? 'nothing' : 'other';
}

function triggersLost(statement: Statement, { schema }: Given): readonly Words[] {
  if (statement.kind !== 'drop-table') return [];
  return statement.names.flatMap((name) => {
    const table = schema.tableOf(name);
    return (table ? schema.triggersOf(table) : []).map((trigger) => ({
      en: `The trigger ${trigger.name} does not come back.`,
      zh: `触发器 ${trigger.name} 无法恢复。`,
    }));
  });
}

function* statementsOf(text: string, dialect: Dialect) {
  for (const { from, start, end, line } of splitScript(text, dialect))
    yield { statement: parseStatement(text, dialect, from, end).statement, line, start, end };
}

/** A definition as it was written holds until a statement changes it: then nobody knows how the server would show it. */
function keepCreate(
  creates: Map<string, CreateTable>,
  keyOf: (name: QualifiedName) => string,
  statement: Statement,
): void {
  if (statement.kind === 'truncate-table' || statement.kind === 'table-maintenance') return;
  if (statement.kind === 'rename-table') for (const { to } of statement.renames) creates.delete(keyOf(to));
  if (statement.kind !== 'create-trigger') for (const name of tablesChangedBy(statement)) creates.delete(keyOf(name));
  if (statement.kind !== 'create-table') return;
  const key = keyOf(statement.name);
  if (statement.ifNotExists && creates.has(key)) return;
  // A temporary table hides another of its name for a while.
  if (statement.like || statement.query || statement.temporary) creates.delete(key);
  else creates.set(key, statement);
}
