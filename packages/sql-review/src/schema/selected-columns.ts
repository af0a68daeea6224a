import { type OutputColumn, type Query, resolveNames } from '@myriad/sql';
import type { Schema } from './schema.ts';
import { schemaFactsOf } from './schema-facts.ts';
import { type ColumnModel, columnNamed, isSame, type TableModel } from './table.ts';

/**
 * The table of CREATE TABLE … SELECT with the columns its query gives: as in the table they come from where they are taken as they
 * are, by their names alone where they are computed. Asked of MySQL 9 and MariaDB 10.11, which do the same: a column of the
 * definition that the query gives too stands where the query has it, all others before.
 */
export function withSelected(table: TableModel, query: Query, schema: Schema): TableModel {
  const outputs = outputsOf(query, schema);
  if (outputs === undefined) return table;
  const before = table.columns.filter(({ name }) => !outputs.some((output) => isSame(output.name, name)));
  const selected = outputs.map((output) => columnNamed(table, output.name) ?? copiedColumn(output, query, schema));
  const columns = [...before, ...selected.filter((one) => one !== undefined)];
  if (!selected.includes(undefined)) return { ...table, columns, isWhole: true };
  return { ...table, columns, columnNames: [...before, ...outputs].map(({ name }) => name) };
}

/** Columns of a query by their names; `undefined` where the server would name one, or a star hides what it stands for. */
function outputsOf(query: Query, schema: Schema): readonly OutputColumn[] | undefined {
  const { outputs, tables } = resolveNames(query, schemaFactsOf(schema));
  const hides = tables.some(({ schema: of, table }) =>
    schema.tableAt(of, table)?.columns.some((one) => one.isInvisible),
  );
  const isKnown = !hides && outputs.every(({ name }) => name !== '' && name !== '*');
  return isKnown && outputs.length > 0 ? outputs : undefined;
}

/** Type, NULL, default, character set and comment come along; AUTO_INCREMENT leaves a default of 0, generated columns are plain. */
function copiedColumn({ name, origins, isPlain }: OutputColumn, query: Query, schema: Schema): ColumnModel | undefined {
  const [origin, ...others] = origins;
  if (!isPlain || origin === undefined || others.length > 0 || !isTakenFrom(query, origin.table)) return undefined;
  const table = schema.tableAt(origin.schema, origin.table);
  const column = table && columnNamed(table, origin.column);
  if (table === undefined || column === undefined || column.type === undefined || column.type.name === 'SERIAL')
    return undefined;
  return {
    ...column,
    name,
    hasDefault: column.hasDefault || column.isAutoIncrement,
    isAutoIncrement: false,
    generated: undefined,
    generatedFrom: undefined,
    charset: column.charset ?? table.charset,
    collation: column.collation ?? (column.charset === undefined ? table.collation : undefined),
  };
}

/** Read from the table itself, in one SELECT whose joins and groups leave NOT NULL as it is. */
function isTakenFrom({ body }: Query, table: string): boolean {
  if (body.kind !== 'select' || body.groupBy !== undefined) return false;
  return body.from.every((one) => isInner(one)) && body.from.some((one) => names(one, table));
}

type From = Extract<Query['body'], { kind: 'select' }>['from'][number];

function isInner(from: From): boolean {
  if (from.kind === 'join') return !/LEFT|RIGHT|FULL/.test(from.type) && isInner(from.left) && isInner(from.right);
  return from.kind === 'named-table';
}

function names(from: From, table: string): boolean {
  if (from.kind === 'join') return names(from.left, table) || names(from.right, table);
  return from.kind === 'named-table' && isSame(from.name.name.name, table);
}
