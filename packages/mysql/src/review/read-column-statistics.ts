import { send } from '../catalogue/statement.ts';
import { numberOf, type SqlRow, type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { indexCardinalities, type SampledColumns, sampleColumns } from './column-statements.ts';

export interface ReadColumn {
  /** Different values, scaled from the sample to the table. */
  readonly distinct: number;
  readonly nullShare?: number;
  /** Lowest and highest of the sample, as text. */
  readonly low?: string;
  readonly high?: string;
}

/** Columns and indexes by name in lower case. */
export interface ColumnsRead {
  readonly table: SampledColumns['table'];
  readonly columns: Readonly<Record<string, ReadColumn>>;
  readonly indexes: Readonly<Record<string, { readonly cardinality: number }>>;
}

/**
 * What the columns of conditions hold, from bounded samples and the server's own estimates, one table after the other until
 * `withinSeconds` are over. What the account may not read is left out. `rowsOf`: as the server estimates.
 */
export async function readColumnStatistics(
  sql: SqlRunner,
  version: Version,
  asked: readonly (SampledColumns & { readonly rows: number | undefined })[],
  { withinSeconds = 60 }: { readonly withinSeconds?: number } = {},
): Promise<readonly ColumnsRead[]> {
  const end = performance.now() + withinSeconds * 1000;
  const found: ColumnsRead[] = [];
  for (const one of asked) {
    if (performance.now() > end) break;
    const { schema, name } = one.table;
    const sampled = one.columns.length === 0 ? [] : await orNothing(send(sql, version, sampleColumns, { input: one }));
    const indexed = await orNothing(send(sql, version, indexCardinalities, { values: [schema ?? null, name] }));
    found.push({
      table: one.table,
      columns: { ...leadingColumns(indexed), ...columnsOf(one, sampled[0]) },
      indexes: indexesOf(indexed),
    });
  }
  return found;
}

function columnsOf(
  { columns, rows }: SampledColumns & { readonly rows: number | undefined },
  row: SqlRow | undefined,
): ColumnsRead['columns'] {
  const sampled = numberOf(row?.sampled) ?? 0;
  if (row === undefined || sampled === 0) return {};
  return Object.fromEntries(
    columns.map((column, at) => {
      const distinct = scaled(numberOf(row[`d${at}`]) ?? 0, sampled, Math.max(rows ?? sampled, sampled));
      const [low, high] = [textOf(row[`l${at}`]), textOf(row[`h${at}`])];
      const nullShare = (numberOf(row[`n${at}`]) ?? 0) / sampled;
      return [column.toLowerCase(), { distinct, nullShare, ...(low === '' ? {} : { low, high }) }];
    }),
  );
}

/** Few values in a sample are all there are; where nearly each row has its own, it is so in the whole table. */
function scaled(distinct: number, sampled: number, rows: number): number {
  const share = distinct / sampled;
  return Math.max(1, Math.round(share < 0.02 ? distinct : distinct * (rows / sampled) ** Math.min(1, share * 1.2)));
}

/** Of an index over a text the first column has at least so many. */
const leadingColumns = (rows: readonly SqlRow[]): ColumnsRead['columns'] =>
  Object.fromEntries(
    rows
      .filter(
        (row) => numberOf(row.place) === 1 && numberOf(row.cardinality) !== null && textOf(row.column_name) !== '',
      )
      .map((row) => [textOf(row.column_name).toLowerCase(), { distinct: Math.max(1, numberOf(row.cardinality) ?? 1) }]),
  );

function indexesOf(rows: readonly SqlRow[]): ColumnsRead['indexes'] {
  const found: Record<string, { cardinality: number }> = {};
  // In order of their places: the last one is the whole index.
  for (const row of rows) {
    const cardinality = numberOf(row.cardinality);
    if (cardinality !== null) found[textOf(row.index_name).toLowerCase()] = { cardinality };
  }
  return found;
}

/** Not ours to read, or too slow: then nobody knows. */
async function orNothing(asked: Promise<readonly SqlRow[]>): Promise<readonly SqlRow[]> {
  try {
    return await asked;
  } catch (error) {
    if (
      error instanceof Error &&
      ('errno' in error || 'detail' in error || ('code' in error && error.code === 'TIMED_OUT'))
    )
      return [];
    throw error;
  }
}
