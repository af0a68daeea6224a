import type { ColumnFacts, IndexFacts, TableFacts } from '@myriad/mysql';
import type { Tx } from '../../../platform/database/schema.ts';
import { type Kept, markGone, replaceRows, selectBy, touchRows } from '../store/rows-of-batch.ts';
import { quietSince } from './quiet-since.ts';
import { columnRow, indexRow, tableRow } from './rows-of-look.ts';
import type { ClusterUse } from './use-of-cluster.ts';

/** Some tables of one look, with all that lies in them. */
export interface Batch {
  readonly clusterId: string;
  readonly at: number;
  readonly tables: readonly TableFacts[];
  readonly columns: readonly ColumnFacts[];
  readonly indexes: readonly IndexFacts[];
  /** All columns and indexes of these tables were read: one that is missing is gone. */
  readonly whole: { readonly columns: boolean; readonly indexes: boolean };
  readonly counts: ClusterUse['counts'];
}

interface Row {
  readonly id: string;
  readonly gone_at: number | null;
}

/** What differs is written, what does not is only seen again. `judged` is no news: it is ours. */
async function keepRows<T extends Row>(
  tx: Tx,
  table: Kept,
  { before, now, whole, at }: { before: readonly T[]; now: readonly T[]; whole: boolean; at: number },
): Promise<void> {
  const known = new Map(before.map((row) => [row.id, row]));
  const isSame = (row: T) => {
    const old = known.get(row.id) as Readonly<Record<string, unknown>> | undefined;
    return (
      old !== undefined &&
      Object.entries(row).every(
        ([column, value]) =>
          column === 'seen_at' || column === 'judged' || String(old[column] ?? '') === String(value ?? ''),
      )
    );
  };
  const changed = now.filter((row) => !isSame(row));
  const isChanged = new Set(changed.map(({ id }) => id));
  await replaceRows(tx, table, changed as never[]);
  await touchRows(
    tx,
    table,
    now.flatMap(({ id }) => (isChanged.has(id) ? [] : [id])),
    at,
  );
  if (!whole) return;
  const seen = new Set(now.map(({ id }) => id));
  const gone = before.filter(({ id, gone_at }) => gone_at === null && !seen.has(id)).map(({ id }) => id);
  await markGone(tx, table, gone, at);
}

/** In a transaction of its own, so that a look at many tables holds nobody up. */
export async function keepTables(tx: Tx, batch: Batch): Promise<void> {
  const { at, counts, whole } = batch;
  const plain = batch.tables.map((table) => ({ facts: table, row: tableRow(batch, table) }));
  const ids = plain.map(({ row }) => row.id);
  const tablesBefore = await selectBy(tx, 'dictionary_table', 'id', ids);
  const known = new Map(tablesBefore.map((row) => [row.id, useOf(row)]));
  const reset = new Set<string>();
  const tables = plain.map(({ facts, row }) => {
    const before = known.get(row.id);
    const now = facts.kind === 'table' ? counts?.ofTable(facts.schema, facts.name) : undefined;
    if (now && before && now.reads + now.writes < (before.reads ?? 0) + (before.writes ?? 0)) reset.add(row.id);
    return { ...row, ...used(before, now, batch, reset.has(row.id)) };
  });
  await keepRows(tx, 'dictionary_table', { before: tablesBefore, now: tables, whole: false, at });

  const columnsBefore = await selectBy(tx, 'dictionary_column', 'table_id', ids);
  const columns = batch.columns.map((column) => columnRow(batch, column));
  await keepRows(tx, 'dictionary_column', { before: columnsBefore, now: columns, whole: whole.columns, at });

  const indexesBefore = await selectBy(tx, 'dictionary_index', 'table_id', ids);
  const knownIndexes = new Map(indexesBefore.map((row) => [row.id, useOf(row)]));
  const indexes = batch.indexes.map((index) => {
    const row = indexRow(batch, index);
    const now = counts?.ofIndex(index.schema, index.table, index.name);
    return { ...row, ...used(knownIndexes.get(row.id), now, batch, reset.has(row.table_id)) };
  });
  await keepRows(tx, 'dictionary_index', { before: indexesBefore, now: indexes, whole: whole.indexes, at });
}

interface KeptUse {
  readonly reads: number | null;
  readonly writes: number | null;
  readonly quiet_since: number | null;
}

const numberOrNull = (value: number | null): number | null => (value === null ? null : Number(value));
const useOf = ({ reads, writes, quiet_since }: KeptUse) => ({
  ...{ reads: numberOrNull(reads), writes: numberOrNull(writes), quietSince: numberOrNull(quiet_since) },
});

/** Where this look does not know, what was known stands: the counters go on by themselves. */
function used(
  before: ReturnType<typeof useOf> | undefined,
  now: { readonly reads: number; readonly writes: number } | undefined,
  { counts, at }: Pick<Batch, 'counts' | 'at'>,
  reset: boolean,
): KeptUse {
  if (!counts || !now)
    return {
      ...{ reads: before?.reads ?? null, writes: before?.writes ?? null, quiet_since: before?.quietSince ?? null },
    };
  const quiet = quietSince(before, now, { since: counts.since, at, reset });
  return { ...now, quiet_since: quiet };
}
