import { type Delete, type Dialect, type DmlStatement, printNode, type Update } from '@myriad/sql';
import type { Schema } from '../schema/schema.ts';
import { type ColumnModel, columnNamed, isSame, primaryKeyOf, type TableModel } from '../schema/table.ts';
import type { Words } from '../words.ts';
import { refusalOf } from './refuse-dml.ts';
import { quoteName } from './undo.ts';
import { undoInsert } from './undo-insert.ts';

export interface DmlUndoSteps {
  /** Run it before the statement, in the same transaction; it locks what it reads. '' where nothing has to be kept. */
  readonly capture: string;
  /** Once for each captured row; `:name` stands for what the row held. The last ones first. */
  readonly undo: readonly string[];
  readonly notes: readonly Words[];
}

/** How to keep what a change of rows overwrites, and the shape of what puts it back; or why that is not possible. */
export type DmlUndo = DmlUndoSteps | { readonly impossible: Words };

export interface DmlGiven {
  readonly schema: Schema;
  readonly dialect: Dialect;
}

/** Refuses rather than promising: rows without a primary key, chosen by chance, or changed by triggers and cascades. */
export function previewUndo(statement: DmlStatement, { schema, dialect }: DmlGiven): DmlUndo {
  const name = statement.kind === 'insert' ? statement.table : targetOf(statement);
  if (name === undefined) return no('Several tables are changed at once.', '一次修改了多张表。');
  const table = schema.tableOf(name);
  if (!table?.isWhole) return no('The definition of the table is not known.', '表结构未知。');
  const key = primaryKeyOf(table)?.parts.map(({ column }) => column ?? '');
  if (key === undefined)
    return no('The table has no primary key: its rows cannot be told apart.', '表没有主键，无法区分各行。');
  const refusal = refusalOf(statement, table, key, schema);
  if (refusal) return { impossible: refusal };
  if (statement.kind === 'insert') return undoInsert(statement, table, key, dialect);
  return statement.kind === 'update'
    ? undoUpdate(statement, table, key, dialect)
    : undoDelete(statement, table, dialect);
}

const no = (en: string, zh: string): DmlUndo => ({ impossible: { en, zh } });

function targetOf({ tables }: Update | Delete) {
  const [only, ...others] = tables;
  return only?.kind === 'named-table' && others.length === 0 ? only.name : undefined;
}

/** Columns the server does not compute itself. */
export const writableColumns = ({ columns }: TableModel): readonly ColumnModel[] =>
  columns.filter(({ generated }) => generated === undefined);

function undoUpdate(statement: Update, table: TableModel, key: readonly string[], dialect: Dialect): DmlUndo {
  const set = statement.assignments.flatMap(({ target }) => (target.kind === 'column' ? [target.name.name] : []));
  const own = table.columns.filter(
    ({ setsTimeOnUpdate, name }) => setsTimeOnUpdate && !set.some((one) => isSame(one, name)),
  );
  const columns = [...new Set([...set, ...own.map(({ name }) => name)])].filter(
    (name) => columnNamed(table, name)?.generated === undefined,
  );
  const put = columns.map((name) => `${quoteName(name)} = :${name}`).join(', ');
  return {
    capture: captureOf(statement, [...key, ...columns], dialect),
    undo: [`UPDATE ${nameOf(table)} SET ${put} WHERE ${whereKey(key)}`],
    notes: [],
  };
}

function undoDelete(statement: Delete, table: TableModel, dialect: Dialect): DmlUndo {
  const columns = writableColumns(table).map(({ name }) => name);
  return { capture: captureOf(statement, columns, dialect), undo: [insertBack(table)], notes: [] };
}

/** A row as it was. */
export function insertBack(table: TableModel): string {
  const columns = writableColumns(table).map(({ name }) => name);
  return `INSERT INTO ${nameOf(table)} (${columns.map(quoteName).join(', ')}) VALUES (${columns.map((name) => `:${name}`).join(', ')})`;
}

export const nameOf = ({ schema, name }: TableModel): string =>
  schema === undefined ? quoteName(name) : `${quoteName(schema)}.${quoteName(name)}`;

export const whereKey = (key: readonly string[]): string =>
  key.map((name) => `${quoteName(name)} = :${name}`).join(' AND ');

/** The same rows, in the same order, up to the same number; other sessions wait. */
function captureOf(
  { tables, where, orderBy, limit }: Update | Delete,
  columns: readonly string[],
  dialect: Dialect,
): string {
  const print = (node: Parameters<typeof printNode>[0]) => printNode(node, dialect);
  return [
    `SELECT ${columns.map(quoteName).join(', ')} FROM ${tables.map(print).join(', ')}`,
    where && `WHERE ${print(where)}`,
    orderBy.length > 0 && `ORDER BY ${orderBy.map(print).join(', ')}`,
    limit && print(limit),
    'FOR UPDATE',
  ]
    .filter((part) => part)
    .join(' ');
}
