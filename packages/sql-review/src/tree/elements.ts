import type { AlterTable, ColumnDefinition, CreateTable, Identifier, Statement, TableElement } from '@myriad/sql';
import { rememberLast } from '../remember-last.ts';
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

const columnsOfLast = rememberLast((statement: TableStatement) =>
  elementsOf(statement).filter((element) => element.kind === 'column-definition'),
);

export const columnsDefined = (statement: TableStatement): readonly ColumnDefinition[] =>
  columnsOfLast(statement, undefined);

/** Many rules ask for the same table, once for each of its columns. */
const alteredLast = rememberLast((statement: AlterTable, before: TableModel | undefined) =>
  before
    ? inServerOrder(statement.actions).reduce(alterModel, before)
    : elementsOf(statement).reduce(withElement, { ...emptyTable(statement.name), isWhole: false }),
);

/** The table behind a statement; of one nobody knows, only what the statement says of it (`isWhole` is then false). */
export const tableAfter = (statement: TableStatement, schema: Schema): TableModel =>
  statement.kind === 'create-table' ? readTable(statement) : alteredLast(statement, schema.tableOf(statement.name));

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

const keysOfLast = rememberLast(findKeyColumns);

/** Columns of the primary key that a statement puts into it, or defines anew; those nobody knows are left out. */
export const keyColumnsMade = (statement: TableStatement, schema: Schema): readonly KeyColumn[] =>
  keysOfLast(statement, statement.kind === 'alter-table' ? schema.tableOf(statement.name) : undefined);

function findKeyColumns(statement: TableStatement, before: TableModel | undefined): readonly KeyColumn[] {
  const elements = elementsOf(statement);
  if (elements.length === 0) return [];
  const own = elements.find(isPrimaryElement);
  // Of a table nobody knows only a key that is made here can be told.
  if (own === undefined && before === undefined) return [];
  const table = statement.kind === 'create-table' ? readTable(statement) : alteredLast(statement, before);
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
