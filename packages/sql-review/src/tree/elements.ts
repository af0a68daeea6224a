import type { AlterTable, ColumnDefinition, CreateTable, Identifier, Statement, TableElement } from '@myriad/sql';
import { alterModel, inServerOrder } from '../schema/alter-model.ts';
import { emptyTable, isPrimaryColumn, readTable, withElement } from '../schema/read-table.ts';
import type { Schema } from '../schema/schema.ts';
import { type ColumnModel, columnNamed, isSame, primaryKeyOf, type TableModel } from '../schema/table.ts';
import { isPrimaryElement } from './keys.ts';

/** A statement that says what a table is made of. */
export type TableStatement = CreateTable | AlterTable;

/** What a statement defines: all of a new table, or what ALTER adds and the columns it defines anew. */
export function elementsOf(statement: TableStatement): readonly TableElement[] {
  if (statement.kind === 'create-table') return statement.elements;
  return statement.actions.flatMap((action): readonly TableElement[] => {
    if (action.kind === 'add-columns') return action.elements;
    if (action.kind === 'add-element') return [action.element];
    return action.kind === 'change-column' ? [action.column] : [];
  });
}

const columns = new WeakMap<TableStatement, readonly ColumnDefinition[]>();

export function columnsDefined(statement: TableStatement): readonly ColumnDefinition[] {
  const known = columns.get(statement);
  if (known) return known;
  const found = elementsOf(statement).filter((element) => element.kind === 'column-definition');
  columns.set(statement, found);
  return found;
}

/** Many rules ask for the same table, once for each of its columns. */
const altered = new WeakMap<AlterTable, { readonly before: TableModel | undefined; readonly after: TableModel }>();

/** The table behind a statement; of one nobody knows, only what the statement says of it (`isWhole` is then false). */
export function tableAfter(statement: TableStatement, schema: Schema): TableModel {
  if (statement.kind === 'create-table') return readTable(statement);
  const before = schema.tableOf(statement.name);
  const known = altered.get(statement);
  if (known && known.before === before) return known.after;
  const after = before
    ? inServerOrder(statement.actions).reduce(alterModel, before)
    : elementsOf(statement).reduce(withElement, { ...emptyTable(statement.name), isWhole: false });
  altered.set(statement, { before, after });
  return after;
}

/** Whether a column is in the primary key of its table, wherever the key is written. */
export function isKeyColumn(column: ColumnDefinition, statement: Statement, schema: Schema): boolean {
  if (isPrimaryColumn(column)) return true;
  if (statement.kind !== 'create-table' && statement.kind !== 'alter-table') return false;
  return (
    primaryKeyOf(tableAfter(statement, schema))?.parts.some((part) => isSame(part.column, column.name.name)) ?? false
  );
}

/** A column of the primary key, and where the statement makes it that. */
export interface KeyColumn {
  readonly place: Identifier;
  readonly column: ColumnModel;
  /** How many columns the key has. */
  readonly width: number;
}

const made = new WeakMap<
  TableStatement,
  { readonly before: TableModel | undefined; readonly keys: readonly KeyColumn[] }
>();

/** Columns of the primary key that a statement puts into it, or defines anew; those nobody knows are left out. */
export function keyColumnsMade(statement: TableStatement, schema: Schema): readonly KeyColumn[] {
  const before = statement.kind === 'alter-table' ? schema.tableOf(statement.name) : undefined;
  const known = made.get(statement);
  if (known && known.before === before) return known.keys;
  const keys = findKeyColumns(statement, before, schema);
  made.set(statement, { before, keys });
  return keys;
}

function findKeyColumns(
  statement: TableStatement,
  before: TableModel | undefined,
  schema: Schema,
): readonly KeyColumn[] {
  const elements = elementsOf(statement);
  if (elements.length === 0) return [];
  const own = elements.find(isPrimaryElement);
  // Of a table nobody knows only a key that is made here can be told.
  if (own === undefined && before === undefined) return [];
  const table = tableAfter(statement, schema);
  const names = (primaryKeyOf(table)?.parts ?? []).flatMap(({ column }) => column ?? []);
  const places =
    own?.kind === 'index-definition'
      ? own.parts.flatMap(({ column }) => column ?? [])
      : columnsDefined(statement)
          .map(({ name }) => name)
          .filter(({ name }) => names.some((one) => isSame(one, name)));
  return places.flatMap((place) => {
    const column = columnNamed(table, place.name);
    return column ? [{ place, column, width: names.length }] : [];
  });
}
