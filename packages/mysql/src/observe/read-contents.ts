import { numberOf, type SqlRow, textOf } from '../sql-runner.ts';
import { boundedText } from './bounded-text.ts';
import { ask, type Found, type PortraitLook, readPart, refused, upTo } from './look.ts';
import type { Part } from './part.ts';
import type { ColumnFacts, IndexFacts, SchemaContents, SchemaFacts, SkippedSchema, TableFacts } from './portrait.ts';
import {
  columns,
  freshStatistics,
  hasDictionary,
  indexes,
  nonTransactionalTables,
  schemas,
  tableCounts,
  tables,
} from './schema-statements.ts';

/** Above this many tables a server without a dictionary is not asked for their engines: it would open every file. */
const mostFilesOpened = 20_000;

/** Schemas with the number of their tables. Where counting is refused the schemas are known all the same. */
export async function readSchemas(look: PortraitLook): Promise<Found<readonly SchemaFacts[]>> {
  const rows = await ask(look, schemas);
  const counted = await readPart(look, async () => ({ value: await ask(look, tableCounts) }));
  const counts = new Map(counted.ok ? counted.value.map((row) => [textOf(row.name), numberOf(row.tables)]) : []);
  return upTo(rows, 5000, (row) => ({
    name: boundedText(row.name, 64),
    characterSet: boundedText(row.characters, 64),
    collation: boundedText(row.collation, 64),
    tables: counted.ok ? (counts.get(textOf(row.name)) ?? 0) : null,
  }));
}

/** The small schemas first: one huge schema does not hide all others. */
function choose(look: PortraitLook, known: readonly SchemaFacts[]): { chosen: string[]; skipped: SkippedSchema[] } {
  let left = hasDictionary(look.version) ? look.limits.mostTables : look.limits.mostTablesOpened;
  const [chosen, skipped]: [string[], SkippedSchema[]] = [[], []];
  for (const { name, tables: count } of [...known].sort((a, b) => (a.tables ?? Infinity) - (b.tables ?? Infinity))) {
    if (count === 0) continue;
    if (count !== null && count <= left) {
      left -= count;
      chosen.push(name);
    } else skipped.push({ schema: name, tables: count ?? -1 });
  }
  return { chosen: chosen.sort(), skipped };
}

const tableOf = (row: SqlRow): TableFacts => ({
  schema: boundedText(row.schema, 64),
  name: boundedText(row.name, 64),
  kind: /^(BASE TABLE|SYSTEM VERSIONED)$/.test(textOf(row.kind))
    ? 'table'
    : textOf(row.kind) === 'VIEW'
      ? 'view'
      : 'other',
  engine: boundedText(row.engine, 64),
  rowFormat: boundedText(row.row_format, 32),
  rows: numberOf(row.table_rows),
  dataBytes: numberOf(row.data_bytes),
  indexBytes: numberOf(row.index_bytes),
  freeBytes: numberOf(row.free_bytes),
  autoIncrement: numberOf(row.auto_increment),
  collation: boundedText(row.collation, 64),
  comment: boundedText(row.comment, 2048),
});

const columnOf = (row: SqlRow): ColumnFacts => ({
  schema: boundedText(row.schema, 64),
  table: boundedText(row.table, 64),
  name: boundedText(row.name, 64),
  position: numberOf(row.position) ?? 0,
  type: boundedText(row.type, 1024),
  nullable: textOf(row.nullable) === 'YES',
  collation: boundedText(row.collation, 64),
  extra: boundedText(row.extra, 128),
  comment: boundedText(row.comment, 1024),
});

function indexesOf(rows: readonly SqlRow[]): readonly IndexFacts[] {
  const found = new Map<string, { -readonly [K in keyof IndexFacts]: IndexFacts[K] } & { columns: string[] }>();
  for (const row of rows) {
    const [schema, table, name] = [boundedText(row.schema, 64), boundedText(row.table, 64), boundedText(row.name, 64)];
    const key = JSON.stringify([schema, table, name]);
    const known = found.get(key) ?? {
      ...{ schema, table, name, columns: [] as string[] },
      unique: textOf(row.repeats) === '0',
      kind: boundedText(row.kind, 32),
    };
    known.columns.push(boundedText(row.column_name, 64));
    found.set(key, known);
  }
  return [...found.values()];
}

/** One page of a schema's tables by name, after the table `after` ('' = from the beginning). */
export async function readTables(look: PortraitLook, schema: string, after: string, most: number) {
  if (hasDictionary(look.version)) await ask(look, freshStatistics);
  return upTo(await ask(look, tables, [schema, after, most + 1]), most, tableOf);
}

/** Columns of a schema's tables after the table `after`. */
export const readColumns = async (look: PortraitLook, schema: string, after: string, most: number) =>
  upTo(await ask(look, columns, [schema, after, most + 1]), most, columnOf);

export async function readIndexes(
  look: PortraitLook,
  schema: string,
  after: string,
  most: number,
): Promise<Found<readonly IndexFacts[]>> {
  const rows = await ask(look, indexes, [schema, after, most + 1]);
  return { value: indexesOf(rows.slice(0, most)), more: rows.length > most };
}

async function readEach<T>(
  look: PortraitLook,
  chosen: readonly string[],
  most: number,
  page: (look: PortraitLook, schema: string, after: string, most: number) => Promise<Found<readonly T[]>>,
): Promise<Part<readonly T[]>> {
  return readPart(look, async () => {
    const all: T[] = [];
    let more = false;
    for (const schema of chosen) {
      if (all.length >= most) return { value: all, more: true };
      const found = await page(look, schema, '', most - all.length);
      all.push(...found.value);
      more ||= found.more ?? false;
    }
    return { value: all, more };
  });
}

/**
 * Tables, columns and indexes of the schemas that fit into the limits. A view or column the account may not see is not
 * listed by the server, without an error: where it lists tables but no columns at all, the columns count as refused.
 */
export async function readContents(
  look: PortraitLook,
  known: Part<readonly SchemaFacts[]>,
  what: 'none' | 'tables' | 'all',
): Promise<SchemaContents> {
  const unread = refused('not asked for');
  if (!known.ok) return { tables: known, columns: known, indexes: known, skipped: [] };
  if (what === 'none') return { tables: unread, columns: unread, indexes: unread, skipped: [] };
  const { chosen, skipped } = choose(look, known.value);
  const found = await readEach(look, chosen, look.limits.mostTables, readTables);
  if (what === 'tables') return { tables: found, columns: unread, indexes: unread, skipped };
  const seen = await readEach(look, chosen, look.limits.mostColumns, readColumns);
  const invisible = seen.ok && seen.value.length === 0 && found.ok && found.value.length > 0;
  return {
    tables: found,
    columns: invisible ? refused('the account may not see columns (REFERENCES on *.* lets it)') : seen,
    indexes: await readEach(look, chosen, look.limits.mostIndexes, readIndexes),
    skipped,
  };
}

export async function readNonTransactional(look: PortraitLook, known: Part<readonly SchemaFacts[]>) {
  const count = known.ok ? known.value.reduce((sum, schema) => sum + (schema.tables ?? Infinity), 0) : Infinity;
  if (!hasDictionary(look.version) && count > mostFilesOpened)
    throw new Error('too many tables, or uncounted: this server would open a file for each');
  return upTo(await ask(look, nonTransactionalTables), 1000, (row) => ({
    schema: boundedText(row.schema, 64),
    table: boundedText(row.name, 64),
    engine: boundedText(row.engine, 64),
  }));
}
