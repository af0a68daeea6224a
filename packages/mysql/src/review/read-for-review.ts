import { send } from '../catalogue/statement.ts';
import { numberOf, readNamed, type SqlRow, type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import {
  countRows,
  explainStatement,
  type ReviewedTable,
  reviewReadOnly,
  tableDefinition,
  tableSizes,
  useSchema,
} from './review-statements.ts';

/** What is asked for: tables by name, plans by statement. */
export interface AskedForReview<Table extends ReviewedTable = ReviewedTable> {
  readonly tables: readonly Table[];
  readonly plans: readonly {
    readonly sql: string;
    /** What is explained for it. */
    readonly explained: string;
    readonly count: string | undefined;
  }[];
}

const variables = [
  ...['sql_mode', 'binlog_format', 'auto_increment_increment', 'enforce_gtid_consistency', 'read_only'],
  ...['super_read_only', 'eq_range_index_dive_limit', 'lower_case_table_names'],
];

/**
 * Asks a server what a review wants to know, read only, one bounded statement after the other until `withinSeconds` are
 * over; what it refuses is missing in the answer. @throws PathError where the connection is lost
 */
export async function readForReview<Table extends ReviewedTable>(
  sql: SqlRunner,
  version: Version,
  asked: AskedForReview<Table>,
  { withinSeconds = 60, schema }: { readonly withinSeconds?: number; readonly schema?: string | undefined } = {},
) {
  const end = performance.now() + withinSeconds * 1000;
  const isOver = () => performance.now() > end;
  await send(sql, version, reviewReadOnly);
  if (schema !== undefined) await send(sql, version, useSchema, { input: { schema } });
  const seen = await readNamed(sql, 'variables', variables);
  const tables = [];
  for (const table of asked.tables) if (!isOver()) tables.push(await readTable(sql, version, table));
  const plans = [];
  for (const plan of asked.plans) if (!isOver()) plans.push(await readPlan(sql, version, plan));
  return {
    server: { flavor: version.flavor, version: [version.major, version.minor, version.patch] as const },
    variables: Object.fromEntries(seen),
    tables,
    plans,
  };
}

async function readTable<Table extends ReviewedTable>(sql: SqlRunner, version: Version, table: Table) {
  const [row] = await orRefused(send(sql, version, tableDefinition, { input: table }));
  const ddl = row ? textOf(row['Create Table']) : '';
  if (ddl === '') return { table };
  const [sizes] = await orRefused(send(sql, version, tableSizes, { values: [table.schema ?? null, table.name] }));
  return { table, ddl, ...(sizes ? { statistics: statisticsOf(sizes) } : {}) };
}

function statisticsOf(row: SqlRow) {
  const named = { rows: row.table_rows, dataBytes: row.data_bytes, indexBytes: row.index_bytes };
  const more = { ...named, autoIncrement: row.next_value };
  return Object.fromEntries(
    Object.entries(more).flatMap(([name, value]) => {
      const number = numberOf(value);
      return number === null ? [] : [[name, number]];
    }),
  );
}

async function readPlan(sql: SqlRunner, version: Version, plan: AskedForReview['plans'][number]) {
  try {
    const rows = await send(sql, version, explainStatement, { input: { sql: plan.explained } });
    const [counted] =
      plan.count === undefined ? [] : await orRefused(send(sql, version, countRows, { input: { sql: plan.count } }));
    const count = counted ? numberOf(counted.counted) : null;
    return { sql: plan.sql, rows, ...(count === null ? {} : { count }) };
  } catch (error) {
    return { sql: plan.sql, ...said(error) };
  }
}

/** Not ours to see is no fault of the statement: 1044, 1045, 1142, 1143, 1227, 1345 and what read-only forbids. */
const timedOut = 3024;
const notOurs = new Set([1044, 1045, 1142, 1143, 1227, 1290, 1317, 1345, 1370, 1792, 1969, timedOut]);

function said(error: unknown): { readonly error?: { readonly code: number; readonly message: string } } {
  if (!(error instanceof Error)) return {};
  const code = errnoOf(error);
  if (code === undefined) throw error;
  return notOurs.has(code) ? {} : { error: { code, message: error.message } };
}

/** What the server refused has its number, what took too long is as good as refused; anything else ended the connection. */
function errnoOf(error: Error): number | undefined {
  if ('code' in error && error.code === 'TIMED_OUT') return timedOut;
  const detail: unknown = 'detail' in error ? error.detail : error;
  const errno = typeof detail === 'object' && detail !== null && 'errno' in detail ? detail.errno : undefined;
  return typeof errno === 'number' ? errno : undefined;
}

async function orRefused(asked: Promise<readonly SqlRow[]>): Promise<readonly SqlRow[]> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && errnoOf(error) !== undefined) return [];
    throw error;
  }
}
