import { send } from '../catalogue/statement.ts';
import { numberOf, type SqlRow, type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { indexCardinalities } from './column-statements.ts';
import { orRefused } from './refused.ts';
import type { ReviewedTable } from './review-statements.ts';
import { columnHistograms, indexReads, indexRowsRead, tableTriggers } from './table-fact-statements.ts';

const named = (table: ReviewedTable) => ({ values: [table.schema ?? null, table.name] });

export interface ReadTrigger {
  readonly name: string;
  readonly time: 'BEFORE' | 'AFTER';
  readonly event: 'INSERT' | 'UPDATE' | 'DELETE';
}

/** Triggers, without their bodies. */
export async function readTriggers(
  sql: SqlRunner,
  version: Version,
  table: ReviewedTable,
): Promise<readonly ReadTrigger[]> {
  const rows = await orRefused(send(sql, version, tableTriggers, named(table)));
  return rows.map((row) => ({
    name: textOf(row.name),
    time: textOf(row.time) === 'AFTER' ? 'AFTER' : 'BEFORE',
    event: eventOf(textOf(row.event)),
  }));
}

const eventOf = (text: string): ReadTrigger['event'] => (text === 'INSERT' || text === 'DELETE' ? text : 'UPDATE');

interface IndexFacts {
  readonly cardinality?: number;
  readonly reads?: number;
}

/** By name in lower case: the estimate of distinct values over all its columns, and reads where the server counts them. */
export async function readIndexFacts(
  sql: SqlRunner,
  version: Version,
  table: ReviewedTable,
): Promise<Readonly<Record<string, IndexFacts>>> {
  const found: Record<string, IndexFacts> = {};
  const add = (row: SqlRow, key: 'name' | 'index_name', facts: IndexFacts) => {
    const name = textOf(row[key]).toLowerCase();
    if (name !== '') found[name] = { ...found[name], ...facts };
  };
  for (const row of await orRefused(send(sql, version, indexCardinalities, named(table)))) {
    const cardinality = numberOf(row.cardinality);
    if (cardinality !== null) add(row, 'index_name', { cardinality });
  }
  for (const statement of [indexRowsRead, indexReads])
    for (const row of await orRefused(send(sql, version, statement, named(table)))) {
      const reads = numberOf(row.reads_counted);
      if (reads !== null) add(row, 'name', { reads });
    }
  return found;
}

interface ColumnFacts {
  readonly distinct?: number;
  readonly topShare?: number;
  readonly nullShare?: number;
}

/** By name in lower case, of columns that somebody made a histogram of. `rows`: of the table. */
export async function readHistograms(
  sql: SqlRunner,
  version: Version,
  table: ReviewedTable,
  rows: number | undefined,
): Promise<Readonly<Record<string, ColumnFacts>>> {
  const found = await orRefused(send(sql, version, columnHistograms, named(table)));
  return Object.fromEntries(
    found.map((row) => {
      const nullShare = numberOf(row.nulls);
      const told = version.flavor === 'mysql' ? sharesOf(row) : distinctOf(numberOf(row.frequency), rows);
      return [textOf(row.name).toLowerCase(), { ...told, ...(nullShare === null ? {} : { nullShare }) }];
    }),
  );
}

/** MariaDB keeps how many rows a value has on average. */
const distinctOf = (frequency: number | null, rows: number | undefined): ColumnFacts =>
  frequency === null || frequency <= 0 || rows === undefined
    ? {}
    : { distinct: Math.max(1, Math.round(rows / frequency)) };

/** Singleton: a bucket is a value with its cumulative share; equi-height: buckets tell how many values they hold. */
function sharesOf(row: SqlRow): ColumnFacts {
  if (textOf(row.kind) !== 'singleton') {
    const counts = numbersIn(row.counts);
    return counts.length === 0 ? {} : { distinct: counts.reduce((sum, count) => sum + count, 0) };
  }
  const sums = numbersIn(row.shares);
  const shares = sums.map((sum, at) => sum - (sums[at - 1] ?? 0));
  return shares.length === 0 ? {} : { distinct: shares.length, topShare: Math.max(...shares) };
}

function numbersIn(value: unknown): readonly number[] {
  try {
    const list: unknown = JSON.parse(textOf(value) || '[]');
    return Array.isArray(list) ? list.filter((one): one is number => typeof one === 'number') : [];
  } catch {
    return [];
  }
}
