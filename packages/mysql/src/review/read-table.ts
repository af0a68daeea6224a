import { send } from '../catalogue/statement.ts';
import { numberOf, type SqlRow, type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import type { EngineFacts } from './read-engine-facts.ts';
import { type ReadTrigger, readHistograms, readIndexFacts, readTriggers } from './read-table-facts.ts';
import { orRefused } from './refused.ts';
import { type ReviewedTable, tableDefinition, tableSizes } from './review-statements.ts';

interface Sizes {
  readonly rows?: number;
  readonly dataBytes?: number;
  readonly indexBytes?: number;
  readonly autoIncrement?: number;
}

type Statistics = Sizes &
  EngineFacts & {
    readonly indexes?: Awaited<ReturnType<typeof readIndexFacts>>;
    readonly columns?: Awaited<ReturnType<typeof readHistograms>>;
  };

export interface ReadTable {
  readonly table: ReviewedTable;
  /** SHOW CREATE; absent: it is not there, or not ours to see. */
  readonly ddl?: string;
  readonly statistics?: Statistics;
  readonly triggers?: readonly ReadTrigger[];
}

export const keyOfTable = ({ schema, name }: ReviewedTable): string => `${schema ?? ''}.${name}`.toLowerCase();

/** Its definition and its sizes. */
export async function readTable(sql: SqlRunner, version: Version, table: ReviewedTable): Promise<ReadTable> {
  const [row] = await orRefused(send(sql, version, tableDefinition, { input: table }));
  const ddl = row ? textOf(row['Create Table']) : '';
  if (ddl === '') return { table };
  const [sizes] = await orRefused(send(sql, version, tableSizes, { values: [table.schema ?? null, table.name] }));
  return { table, ddl, ...(sizes ? { statistics: sizesOf(sizes) } : {}) };
}

function sizesOf(row: SqlRow): Sizes {
  const named = { rows: row.table_rows, dataBytes: row.data_bytes, indexBytes: row.index_bytes };
  const more = { ...named, autoIncrement: row.next_value };
  return Object.fromEntries(
    Object.entries(more).flatMap(([name, value]) => {
      const number = numberOf(value);
      return number === null ? [] : [[name, number]];
    }),
  );
}

/** What else is known of a table: triggers, indexes, histograms; `engine`: of one that changes, what only the engine knows. */
export async function readMoreOf(
  sql: SqlRunner,
  version: Version,
  read: ReadTable,
  engine: EngineFacts,
): Promise<ReadTable> {
  if (read.ddl === undefined) return read;
  const { table } = read;
  const indexes = await readIndexFacts(sql, version, table);
  const columns = await readHistograms(sql, version, table, read.statistics?.rows);
  const triggers = await readTriggers(sql, version, table);
  return { ...read, statistics: { ...read.statistics, ...engine, indexes, columns }, triggers };
}

/** Those of the tables that are not among the `known`, read until `isOver`. */
export async function readOthers(
  sql: SqlRunner,
  version: Version,
  tables: readonly ReviewedTable[],
  {
    known,
    current,
    isOver,
  }: { readonly known: ReadonlySet<string>; readonly current: string | undefined; readonly isOver: () => boolean },
): Promise<readonly ReadTable[]> {
  const found: ReadTable[] = [];
  for (const child of tables) {
    if (isOver()) break;
    const isCurrent = child.schema?.toLowerCase() === current?.toLowerCase();
    const name = isCurrent ? { schema: undefined, name: child.name } : child;
    if (!known.has(keyOfTable(child)) && !known.has(keyOfTable(name))) found.push(await readTable(sql, version, name));
  }
  return found;
}
