import {
  type DictionaryAsk,
  type DictionaryColumn,
  type DictionaryLook,
  type DictionarySchema,
  type DictionaryTable,
  type PageQuery,
  type UnusedThing,
  unusedDays,
} from '@myriad/contract';
import { notACursor, readOpaque, writeOpaque } from '../../../platform/database/opaque.ts';
import type { Page } from '../../../platform/database/page.ts';
import type { Db } from '../../../platform/database/schema.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { sightOf } from '../../metadata/index.ts';
import { pageLookedClusters, selectClusters } from '../store/clusters.ts';
import { selectLooks } from '../store/looks.ts';
import { pageColumns, pageSchemas, pageTables, pageUnusedIndexes, pageUnusedTables } from '../store/pages.ts';
import { type IndexRow, selectBy, type TableRow } from '../store/rows-of-batch.ts';
import { pageByPlace } from './cursor.ts';
import { viewColumns, viewSchemas, viewTables } from './view-rows.ts';

type Query = PageQuery & Partial<DictionaryAsk>;

export const listSchemas = (db: Db, actor: Actor, query: Query): Promise<Page<DictionarySchema>> =>
  pageByPlace(
    query,
    (after, limit) => pageSchemas(db, { ...query, sight: sightOf(actor) }, after, limit),
    (rows) => viewSchemas(db, rows),
  );

export const listTables = (db: Db, actor: Actor, query: Query): Promise<Page<DictionaryTable>> =>
  pageByPlace(
    query,
    (after, limit) => pageTables(db, { ...query, sight: sightOf(actor) }, after, limit),
    (rows) => viewTables(db, rows),
  );

export const listColumns = (db: Db, actor: Actor, query: Query): Promise<Page<DictionaryColumn>> =>
  pageByPlace(
    query,
    (after, limit) => pageColumns(db, { ...query, sight: sightOf(actor) }, after, limit),
    (rows) => viewColumns(db, rows),
  );

export function listUnused(
  db: Db,
  actor: Actor,
  query: Query & { readonly kind: UnusedThing['kind'] },
): Promise<Page<UnusedThing>> {
  const asked = { ...query, sight: sightOf(actor) };
  if (query.kind === 'table')
    return pageByPlace(
      query,
      (after, limit) => pageUnusedTables(db, asked, unusedDays, after, limit),
      (rows) => viewUnusedTables(db, rows),
    );
  return pageByPlace(
    query,
    (after, limit) => pageUnusedIndexes(db, asked, unusedDays, after, limit),
    (rows) => viewUnusedIndexes(db, rows),
  );
}

const bytesOf = (row: TableRow | undefined): number | null =>
  row === undefined || row.data_bytes === null ? null : Number(row.data_bytes) + Number(row.index_bytes ?? 0);

async function viewUnusedTables(db: Db, rows: readonly TableRow[]): Promise<UnusedThing[]> {
  const clusters = await selectClusters(
    db,
    rows.map((row) => row.cluster_id),
  );
  return rows.map((row) => ({
    ...{ kind: 'table', id: row.id, tableId: row.id, clusterId: row.cluster_id, schema: row.schema_name },
    ...{ cluster: clusters.get(row.cluster_id)?.name ?? row.cluster_id, table: row.name, bytes: bytesOf(row) },
    quietSince: Number(row.quiet_since),
  }));
}

async function viewUnusedIndexes(db: Db, rows: readonly IndexRow[]): Promise<UnusedThing[]> {
  const clusters = await selectClusters(
    db,
    rows.map((row) => row.cluster_id),
  );
  const tables = await selectBy(db, 'dictionary_table', 'id', [...new Set(rows.map((row) => row.table_id))]);
  const tableOf = new Map(tables.map((row) => [row.id, row]));
  return rows.map((row) => ({
    ...{ kind: 'index', id: row.id, tableId: row.table_id, clusterId: row.cluster_id, schema: row.schema_name },
    ...{ cluster: clusters.get(row.cluster_id)?.name ?? row.cluster_id, table: row.table_name, index: row.name },
    columns: JSON.parse(row.column_names) as string[],
    bytes: bytesOf(tableOf.get(row.table_id)),
    quietSince: Number(row.quiet_since),
  }));
}

/** By the id of the cluster: what was looked at, and what is known of use. */
export async function listLooks(
  db: Db,
  actor: Actor,
  { limit, cursor, clusterId }: Query,
): Promise<Page<DictionaryLook>> {
  const after = cursor === undefined ? undefined : readLast(cursor);
  const asked = { sight: sightOf(actor), ...(clusterId === undefined ? {} : { clusterId }) };
  const found = await pageLookedClusters(db, asked, after, limit + 1);
  const shown = found.slice(0, limit);
  const [looks, clusters] = [await selectLooks(db, shown), await selectClusters(db, shown)];
  const last = shown.at(-1);
  return {
    items: shown.flatMap((id) => {
      const look = looks.get(id);
      return look ? [{ ...look, cluster: clusters.get(id)?.name ?? id }] : [];
    }),
    ...(last !== undefined && found.length > limit ? { next: writeOpaque([last]) } : {}),
  };
}

function readLast(cursor: string): string {
  const value = readOpaque(cursor);
  if (!Array.isArray(value) || typeof value[0] !== 'string') throw notACursor();
  return value[0];
}
