import {
  type Dialect,
  type DropTables,
  parseStatement,
  type QualifiedName,
  type Statement,
  splitScript,
} from '@myriad/sql';
import { alterModel, inServerOrder, repartition } from './alter-model.ts';
import { applyProgram } from './apply-program.ts';
import { readIndex, readTable } from './read-table.ts';
import { emptySchema, type SchemaState } from './schema.ts';
import { withSelected } from './selected-columns.ts';
import { isSame, type TableModel } from './table.ts';

/** The schema after a statement that would succeed: one that names what is not known changes nothing. */
export function applyStatement(schema: SchemaState, statement: Statement): void {
  switch (statement.kind) {
    case 'use':
      schema.current = statement.schema.name;
      return;
    case 'create-table':
      createTable(schema, statement);
      return;
    case 'alter-table':
      alterTable(schema, statement);
      return;
    case 'drop-table':
      for (const name of statement.names) dropTable(schema, name, statement);
      return;
    case 'drop-view':
      for (const { schema: of, name } of statement.names) drop(schema.views, schema, of?.name, name.name);
      return;
    case 'rename-table':
      for (const { from, to } of statement.renames) rename(schema, from, to);
      return;
    case 'create-index':
      changeTable(schema, statement.table, (table) => ({
        ...table,
        indexes: [...table.indexes, readIndex(statement, statement.name.name)],
      }));
      return;
    case 'drop-index':
      changeTable(schema, statement.table, (table) => ({
        ...table,
        indexes: table.indexes.filter(({ name }) => !isSame(name, statement.name.name)),
      }));
      return;
    case 'create-view':
    case 'alter-view': {
      const { name, columns, query } = statement;
      const key = schema.keyOf(name.schema?.name, name.name.name);
      const names = columns.map((column) => column.name);
      schema.views.set(key, { schema: name.schema?.name, name: name.name.name, columns: names, query });
      schema.gone.delete(key);
      return;
    }
    case 'create-trigger': {
      const key = schema.keyOf(statement.table.schema?.name, statement.table.name.name);
      const { name, time, event } = statement;
      schema.triggers.set(key, [...(schema.triggers.get(key) ?? []), { name: name.name.name, time, event }]);
      applyProgram(schema, statement);
      return;
    }
    case 'create-routine':
    case 'define-event':
    case 'drop-routine':
      applyProgram(schema, statement);
      return;
    case 'drop-database':
      dropDatabase(schema, statement.name.name);
      return;
    case 'create-database':
      if (!statement.ifNotExists) schema.whole.add(statement.name.name.toLowerCase());
      return;
    default:
  }
}

function createTable(schema: SchemaState, statement: Extract<Statement, { kind: 'create-table' }>): void {
  const key = schema.keyOf(statement.name.schema?.name, statement.name.name.name);
  if (schema.tables.has(key) && statement.ifNotExists) return;
  if (statement.temporary) hide(schema, key);
  const own = { schema: statement.name.schema?.name, name: statement.name.name.name };
  const like = statement.like && schema.tableOf(statement.like);
  schema.gone.delete(key);
  const { query } = statement;
  const written = readTable(statement);
  if (statement.like === undefined)
    put(schema, key, query === undefined ? written : withSelected(written, query, schema));
  else if (like) put(schema, key, { ...like, ...own, foreignKeys: [], isTemporary: statement.temporary });
}

function alterTable(schema: SchemaState, statement: Extract<Statement, { kind: 'alter-table' }>): void {
  changeTable(schema, statement.name, (table) => {
    const { partitioning } = statement;
    const { actions } = statement;
    // Of columns that are names alone no change is known.
    const altered = inServerOrder(actions).reduce(alterModel, { ...table, columnNames: undefined });
    if (partitioning === undefined) return altered;
    return repartition(altered, partitioning.kind === 'partitioning' ? partitioning : undefined);
  });
  for (const action of statement.actions) if (action.kind === 'rename-to') rename(schema, statement.name, action.name);
}

function changeTable(schema: SchemaState, name: QualifiedName, change: (table: TableModel) => TableModel): void {
  const key = schema.keyOf(name.schema?.name, name.name.name);
  const table = schema.tables.get(key);
  if (table) schema.tables.set(key, change(table));
}

/** A lasting table stands behind a temporary one of its name. */
function put(schema: SchemaState, key: string, table: TableModel): void {
  const hidden = table.isTemporary ? undefined : schema.hidden.get(key);
  if (hidden === undefined) schema.tables.set(key, table);
  else schema.hidden.set(key, { ...hidden, table, isGone: false });
}

/** A temporary table hides what has its name, until it is dropped: DROP TABLE takes the temporary one first. */
function hide(schema: SchemaState, key: string): void {
  if (schema.tables.get(key)?.isTemporary) return;
  schema.hidden.set(key, { table: schema.tables.get(key), view: schema.views.get(key), isGone: schema.gone.has(key) });
  schema.views.delete(key);
}

function show(schema: SchemaState, key: string): void {
  const hidden = schema.hidden.get(key);
  schema.hidden.delete(key);
  schema.tables.delete(key);
  if (hidden?.table) schema.tables.set(key, hidden.table);
  if (hidden?.view) schema.views.set(key, hidden.view);
  if (hidden?.isGone) schema.gone.add(key);
}

/** DROP TEMPORARY TABLE takes no other. */
function dropTable(schema: SchemaState, { schema: of, name }: QualifiedName, { temporary }: DropTables): void {
  const key = schema.keyOf(of?.name, name.name);
  const isTemporary = schema.tables.get(key)?.isTemporary === true;
  if (isTemporary) show(schema, key);
  if (isTemporary || temporary) return;
  drop(schema.tables, schema, of?.name, name.name);
  schema.triggers.delete(key);
}

function drop(from: Map<string, unknown>, schema: SchemaState, of: string | undefined, name: string): void {
  const key = schema.keyOf(of, name);
  from.delete(key);
  schema.gone.add(key);
}

function rename(schema: SchemaState, from: QualifiedName, to: QualifiedName): void {
  const [old, key] = [from, to].map((name) => schema.keyOf(name.schema?.name, name.name.name));
  if (old === undefined || key === undefined) return;
  const table = schema.tables.get(old);
  const view = schema.views.get(old);
  const own = { schema: to.schema?.name, name: to.name.name };
  if (table?.isTemporary) {
    show(schema, old);
    hide(schema, key);
    schema.tables.set(key, { ...table, ...own });
    return;
  }
  const triggers = schema.triggers.get(old);
  schema.tables.delete(old);
  schema.views.delete(old);
  schema.triggers.delete(old);
  schema.gone.add(old);
  schema.gone.delete(key);
  if (table) schema.tables.set(key, { ...table, ...own });
  if (view) schema.views.set(key, { ...view, ...own });
  if (triggers) schema.triggers.set(key, triggers);
}

function dropDatabase(schema: SchemaState, name: string): void {
  const prefix = `${name.toLowerCase()}\u0000`;
  for (const map of [schema.tables, schema.views, schema.triggers, schema.hidden])
    for (const key of [...map.keys()]) if (key.startsWith(prefix)) map.delete(key);
  schema.whole.add(name.toLowerCase());
}

/**
 * A schema from its DDL, as `SHOW CREATE TABLE` or a dump gives it. `isWhole`: what it does not name is not there.
 */
export function readSchema(
  ddl: string,
  dialect: Dialect,
  { isWhole = false, current }: { isWhole?: boolean; current?: string } = {},
): SchemaState {
  const schema = emptySchema(current);
  for (const part of splitScript(ddl, dialect))
    applyStatement(schema, parseStatement(ddl, dialect, part.from, part.end).statement);
  if (!isWhole) return schema;
  schema.whole.add((current ?? '').toLowerCase());
  for (const key of schema.tables.keys()) schema.whole.add(key.slice(0, key.indexOf('\u0000')));
  return schema;
}
