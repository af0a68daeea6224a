import { type Dialect, fingerprint, parseStatement, type Statement, splitScript, walk } from '@myriad/sql';
import { applyStatement } from '../schema/apply-statement.ts';
import type { SchemaState } from '../schema/schema.ts';
import type { TableModel } from '../schema/table.ts';
import type { Block } from './block.ts';
import { buildBlocks } from './build-blocks.ts';
import type { AdviceRemark, AdviceSource, StatementPlace } from './index-advice.ts';

/** One statement of the set, with its blocks. */
export interface WorkItem {
  readonly place: StatementPlace;
  readonly blocks: readonly Block[];
  readonly tables: ReadonlySet<TableModel>;
  /** What it writes: every index of a table, or those over some columns. */
  readonly writes: readonly { readonly table: TableModel; readonly columns: ReadonlySet<string> | undefined }[];
}

export interface Workload {
  readonly items: readonly WorkItem[];
  readonly remarks: readonly AdviceRemark[];
  readonly unknownTables: readonly string[];
}

/** More different statements are not looked at: those that run most come first. */
const mostStatements = 150;

interface Found {
  readonly statement: Statement;
  place: StatementPlace;
}

/**
 * All statements of the sources, one for each fingerprint, seen on the schema as the sources leave it. `schema` is changed on
 * the way. `executions`: by fingerprint. Yields where others may have their turn.
 */
export function* readWorkload(
  sources: readonly AdviceSource[],
  schema: SchemaState,
  dialect: Dialect,
  executions: ReadonlyMap<string, number> = new Map(),
): Generator<void, Workload> {
  const found = yield* listStatements(sources, schema, dialect, executions);
  const remarks: AdviceRemark[] = [];
  const unknown = new Set<string>();
  const chosen = found.toSorted((a, b) => b.place.executions - a.place.executions).slice(0, mostStatements);
  const items: WorkItem[] = [];
  for (const { statement, place } of chosen) {
    yield;
    const built = buildBlocks(statement, schema, dialect);
    for (const name of unknownIn(statement, schema)) unknown.add(name);
    for (const { start, end, words } of built.remarks)
      remarks.push({ source: place.source, line: place.line, start, end, words });
    const tables = new Set(built.blocks.flatMap(({ relations }) => relations.flatMap(({ table }) => table ?? [])));
    const writes = writesOf(statement, schema);
    if (tables.size > 0 || writes.length > 0) items.push({ place, blocks: built.blocks, tables, writes });
  }
  return { items, remarks, unknownTables: [...unknown] };
}

const looked: ReadonlySet<string> = new Set(['query', 'insert', 'update', 'delete', 'create-table']);

function* listStatements(
  sources: readonly AdviceSource[],
  schema: SchemaState,
  dialect: Dialect,
  executions: ReadonlyMap<string, number>,
): Generator<void, readonly Found[]> {
  const byPrint = new Map<string, Found>();
  for (const { name, text } of sources)
    for (const part of splitScript(text, dialect)) {
      const { statement } = parseStatement(text, dialect, part.from, part.end);
      applyStatement(schema, statement);
      yield;
      if (!looked.has(statement.kind)) continue;
      const sql = text.slice(part.start, part.end);
      const print = fingerprint(sql, dialect);
      const known = byPrint.get(print);
      if (known) {
        if (!executions.has(print)) known.place = { ...known.place, executions: known.place.executions + 1 };
        continue;
      }
      const place = { source: name, line: part.line, start: part.start, end: part.end, fingerprint: print, sql };
      byPrint.set(print, { statement, place: { ...place, executions: executions.get(print) ?? 1 } });
    }
  return [...byPrint.values()];
}

function writesOf(statement: Statement, schema: SchemaState): WorkItem['writes'] {
  if (statement.kind === 'insert') {
    const table = schema.tableOf(statement.table);
    return table ? [{ table, columns: undefined }] : [];
  }
  if (statement.kind !== 'update' && statement.kind !== 'delete') return [];
  const tables = namedTables(statement).flatMap((name) => schema.tableOf(name) ?? []);
  if (statement.kind === 'delete') return tables.slice(0, 1).map((table) => ({ table, columns: undefined }));
  const columns = new Set(
    statement.assignments.flatMap(({ target }) => (target.kind === 'column' ? target.name.name.toLowerCase() : [])),
  );
  return tables.map((table) => ({ table, columns }));
}

function namedTables(statement: Statement) {
  const names: Parameters<SchemaState['tableOf']>[0][] = [];
  walk(statement, (node) => {
    if (node.kind === 'named-table' && 'name' in node) names.push(node.name as (typeof names)[number]);
    return node.kind === 'query' && node !== statement && statement.kind !== 'query' ? 'skip' : undefined;
  });
  return names;
}

function unknownIn(statement: Statement, schema: SchemaState): readonly string[] {
  const common = new Set<string>();
  walk(statement, (node) => {
    if (node.kind === 'common-table' && 'name' in node) common.add((node.name as { name: string }).name.toLowerCase());
  });
  return namedTables(statement)
    .filter((name) => !(schema.tableOf(name) ?? schema.viewAt(name.schema?.name, name.name.name)))
    .map(({ schema: of, name }) => (of ? `${of.name}.${name.name}` : name.name))
    .filter((name) => !common.has(name.toLowerCase()) && name.toLowerCase() !== 'dual');
}
