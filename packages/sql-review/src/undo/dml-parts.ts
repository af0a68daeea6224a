import type { Dialect, DmlStatement, QualifiedName } from '@myriad/sql';
import type { Schema } from '../schema/schema.ts';
import { type ColumnModel, primaryKeyOf, type TableModel } from '../schema/table.ts';
import type { Words } from '../words.ts';
import { refusalOf } from './refuse-dml.ts';
import { quoteName } from './undo.ts';

/** What is kept of one table, and what puts it back. */
export interface DmlUndoPart {
  readonly table: string;
  /** Run it before the statement, in the same transaction; it locks what it reads. '' where nothing has to be kept. */
  readonly capture: string;
  /** Takes new rows away: once, before all else. `:lastInsertId` stands for what LAST_INSERT_ID() was after the statement. */
  readonly takeAway: readonly string[];
  /** Once for each captured row; `:name` stands for what the row held. */
  readonly putBack: readonly string[];
}

export interface DmlUndoSteps {
  /** In the order in which they are undone: a table that others point to stands before those. */
  readonly parts: readonly DmlUndoPart[];
  readonly notes: readonly Words[];
}

/** How to keep what a change of rows overwrites, and the shape of what puts it back; or why that is not possible. */
export type DmlUndo = DmlUndoSteps | { readonly impossible: Words };

export interface DmlGiven {
  readonly schema: Schema;
  readonly dialect: Dialect;
}

/** A table that is changed, and the columns of its primary key. */
export interface KeyedTable {
  readonly table: TableModel;
  readonly key: readonly string[];
}

export const no = (en: string, zh: string): { readonly impossible: Words } => ({ impossible: { en, zh } });

/** A table whose rows can be told apart and that nothing else changes along with. */
export function keyedTable(
  name: QualifiedName,
  statement: DmlStatement,
  { schema }: DmlGiven,
): KeyedTable | { readonly impossible: Words } {
  if (schema.viewAt(name.schema?.name, name.name.name))
    return no('A view is changed: its rows belong to other tables.', '修改的是视图，行属于其他表。');
  const table = schema.tableOf(name);
  if (!table?.isWhole) return no('The definition of the table is not known.', '表结构未知。');
  const key = primaryKeyOf(table)?.parts.map(({ column }) => column ?? '');
  if (key === undefined)
    return no('The table has no primary key: its rows cannot be told apart.', '表没有主键，无法区分各行。');
  const refusal = refusalOf(statement, table, key, schema);
  return refusal ? { impossible: refusal } : { table, key };
}

/** Columns the server does not compute itself. */
export const writableColumns = ({ columns }: TableModel): readonly ColumnModel[] =>
  columns.filter(({ generated }) => generated === undefined);

/** Where the value of a column goes that somebody captured: `:name`, in backquotes where it is no plain word. */
export const placeOf = (name: string): string => (/^[\p{L}\p{N}_$]+$/u.test(name) ? `:${name}` : `:${quoteName(name)}`);

/** A row as it was. */
export function insertBack(table: TableModel): string {
  const columns = writableColumns(table).map(({ name }) => name);
  return `INSERT INTO ${nameOf(table)} (${columns.map(quoteName).join(', ')}) VALUES (${columns.map(placeOf).join(', ')})`;
}

export const nameOf = ({ schema, name }: TableModel): string =>
  schema === undefined ? quoteName(name) : `${quoteName(schema)}.${quoteName(name)}`;

export const whereKey = (key: readonly string[]): string =>
  key.map((name) => `${quoteName(name)} = ${placeOf(name)}`).join(' AND ');

/** A column of a capture: a FLOAT is printed with six digits, unless it is made a DOUBLE. */
export function captured({ columns }: TableModel, name: string, prefix = ''): string {
  const isFloat = columns.find((column) => column.name === name)?.type?.name === 'FLOAT';
  return isFloat ? `${prefix}${quoteName(name)} + 0E0 AS ${quoteName(name)}` : `${prefix}${quoteName(name)}`;
}
