import { send } from '../catalogue/statement.ts';
import { numberOf, readNamed, type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { readFactsOfChanged } from './read-engine-facts.ts';
import { readLockHolders } from './read-lock-holders.ts';
import { keyOfTable, type ReadTable, readMoreOf, readOthers, readTable } from './read-table.ts';
import { errnoOf, orRefused, timedOut } from './refused.ts';
import {
  countRows,
  currentSchemaName,
  explainStatement,
  type ReviewedTable,
  reviewReadOnly,
  useSchema,
} from './review-statements.ts';
import { freeDisk } from './table-fact-statements.ts';

/** What is asked for: tables by name, plans by statement. */
export interface AskedForReview<Table extends ReviewedTable = ReviewedTable> {
  readonly tables: readonly Table[];
  /** Those of them whose definition changes: who holds them, and what only the engine knows, is asked too. */
  readonly changed?: readonly Table[];
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
  ...['foreign_key_checks', 'transaction_isolation', 'tx_isolation'],
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
  const status = await readNamed(sql, 'status', ['threads_running', 'uptime']);
  const changed = new Set((asked.changed ?? []).map(keyOfTable));
  const tables = [];
  for (const table of asked.tables) if (!isOver()) tables.push(await readTable(sql, version, table));
  const [disk] = asked.changed?.length ? await orRefused(send(sql, version, freeDisk)) : [];
  const freeDiskBytes = disk ? numberOf(disk.free) : null;
  const holders = isOver() ? undefined : await readLockHolders(sql, version, asked.changed ?? []);
  const [own] = await orRefused(send(sql, version, currentSchemaName));
  const current = textOf(own?.name) || undefined;
  const isChanged = ({ table }: ReadTable) => changed.has(keyOfTable(table));
  const there = tables.filter((read) => read.ddl !== undefined && isChanged(read)).map(({ table }) => table);
  const { engineOf, children, seesChildren } = await readFactsOfChanged(sql, version, isOver() ? [] : there, current);
  const more: ReadTable[] = [];
  for (const read of tables)
    more.push(isOver() ? read : await readMoreOf(sql, version, read, isChanged(read) ? engineOf(read.table) : {}));
  const known = new Set(tables.map(({ table }) => keyOfTable(table)));
  more.push(...(await readOthers(sql, version, children, { known, current, isOver })));
  const plans = [];
  for (const plan of asked.plans) if (!isOver()) plans.push(await readPlan(sql, version, plan));
  return {
    server: { flavor: version.flavor, version: [version.major, version.minor, version.patch] as const },
    variables: Object.fromEntries(seen),
    status: Object.fromEntries(status),
    ...(holders === undefined ? {} : { holders }),
    ...(freeDiskBytes === null ? {} : { freeDiskBytes }),
    tables: more,
    seesChildren,
    plans,
  };
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
const notOurs = new Set([1044, 1045, 1142, 1143, 1227, 1290, 1317, 1345, 1370, 1792, 1969, timedOut]);

function said(error: unknown): { readonly error?: { readonly code: number; readonly message: string } } {
  if (!(error instanceof Error)) return {};
  const code = errnoOf(error);
  if (code === undefined) throw error;
  return notOurs.has(code) ? {} : { error: { code, message: error.message } };
}
