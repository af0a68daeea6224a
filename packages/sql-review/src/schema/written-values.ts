import type { Expression, Insert, Update } from '@myriad/sql';
import type { Context } from '../context.ts';
import { bare } from '../tree/conditions.ts';
import type { Schema } from './schema.ts';
import { type ColumnModel, columnNamed, type TableModel } from './table.ts';

/** A value in the text, and the column it goes to. */
export interface WrittenValue {
  readonly table: TableModel;
  readonly column: ColumnModel;
  readonly target: Expression;
  readonly value: Expression;
}

/** Columns an INSERT names; `undefined` without a list. */
export function namedColumns(insert: Insert): readonly string[] | undefined {
  const names = (targets: readonly Expression[]) =>
    targets.flatMap((target) => (target.kind === 'column' ? [target.name.name] : []));
  if (insert.source === 'set') return names(insert.assignments.map(({ target }) => target));
  return insert.columns && names(insert.columns);
}

/** What an INSERT writes to known columns; rows of a query are not in the text. */
export function valuesOf(insert: Insert, schema: Schema): readonly WrittenValue[] {
  const table = schema.tableOf(insert.table);
  if (!table) return [];
  const written: WrittenValue[] = [];
  const add = (name: string, target: Expression, value: Expression) => {
    const column = columnNamed(table, name);
    if (column) written.push({ table, column, target, value });
  };
  for (const { target, value } of insert.assignments)
    if (target.kind === 'column') add(target.name.name, target, value);
  const visible = table.isWhole ? table.columns.filter(({ isInvisible }) => !isInvisible) : [];
  const names = namedColumns(insert) ?? visible.map(({ name }) => name);
  for (const { items } of insert.rows)
    for (const [place, value] of items.entries()) add(names[place] ?? '', value, value);
  return written;
}

/** What the select list of INSERT … SELECT gives to known columns; nothing where a star stands in it. */
export function readValues(insert: Insert, schema: Schema): readonly WrittenValue[] {
  const table = schema.tableOf(insert.table);
  const names = namedColumns(insert);
  let body = insert.query?.body;
  while (body?.kind === 'query') body = body.body;
  if (!table || !names || body?.kind !== 'select') return [];
  return body.items.flatMap(({ expression }, place) => {
    const column = columnNamed(table, names[place] ?? '');
    return column && expression.kind !== 'star' ? [{ table, column, target: expression, value: expression }] : [];
  });
}

/** What an INSERT or UPDATE writes to known columns. */
export function writtenValues(change: Insert | Update, context: Context): readonly WrittenValue[] {
  const { schema, columnOf } = context;
  if (change.kind === 'insert') return [...valuesOf(change, schema), ...overwrittenValues(change, context)];
  return change.assignments.flatMap(({ target, value }) => {
    const column = bare(target);
    const stored = column.kind === 'column' ? columnOf(column) : undefined;
    return stored ? [{ ...stored, target, value }] : [];
  });
}

/** What ON DUPLICATE KEY UPDATE writes over the row that is there. */
export function overwrittenValues({ table, onDuplicate }: Insert, { schema }: Context): readonly WrittenValue[] {
  const model = schema.tableOf(table);
  if (!model) return [];
  return onDuplicate.flatMap(({ target, value }) => {
    const inner = bare(target);
    const column = inner.kind === 'column' ? columnNamed(model, inner.name.name) : undefined;
    return column ? [{ table: model, column, target, value }] : [];
  });
}
