import '../tables.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { markGone } from './rows-of-batch.ts';

/** Schemas a whole list of schemas did not name any more. */
export async function selectVanishedSchemas(db: Reader, clusterId: string, at: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('dictionary_schema')
    .select('id')
    .where('cluster_id', '=', clusterId)
    .where('gone_at', 'is', null)
    .where('seen_at', '<', at)
    .execute();
  return rows.map(({ id }) => id);
}

/** Living tables the look at this time did not see, outside of the schemas it left out; so many at a time. */
export async function selectVanishedTables(
  db: Reader,
  clusterId: string,
  at: number,
  { except, limit }: { readonly except: readonly string[]; readonly limit: number },
): Promise<readonly string[]> {
  let query = db
    .selectFrom('dictionary_table')
    .select('id')
    .where('cluster_id', '=', clusterId)
    .where('gone_at', 'is', null)
    .where('seen_at', '<', at);
  if (except.length > 0) query = query.where('schema_id', 'not in', [...except]);
  return (await query.limit(limit).execute()).map(({ id }) => id);
}

/** A table that is gone takes its columns and indexes along; what people said of them stays. */
export async function markTablesGone(tx: Tx, ids: readonly string[], at: number): Promise<void> {
  if (ids.length === 0) return;
  await markGone(tx, 'dictionary_table', ids, at);
  for (const table of ['dictionary_column', 'dictionary_index'] as const)
    await tx
      .updateTable(table)
      .set({ gone_at: at })
      .where('table_id', 'in', [...ids])
      .where('gone_at', 'is', null)
      .execute();
}
