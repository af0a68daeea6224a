import '../tables.ts';
import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/schema.ts';

const some = 200;

/** The largest size in bytes, data and indexes, of each table of these clusters by name in lower case, as last seen. */
export async function tableSizes(
  db: Reader,
  clusterIds: readonly string[],
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  if (clusterIds.length === 0) return sizes;
  for (let at = 0; at < names.length; at += some) {
    const rows = await db
      .selectFrom('dictionary_table')
      .select(['name', 'data_bytes', 'index_bytes'])
      .where('cluster_id', 'in', [...clusterIds])
      .where(sql<string>`lower(name)`, 'in', names.slice(at, at + some))
      .where('gone_at', 'is', null)
      .where('data_bytes', 'is not', null)
      .execute();
    for (const { name, data_bytes, index_bytes } of rows) {
      const bytes = Number(data_bytes) + Number(index_bytes ?? 0);
      sizes.set(name.toLowerCase(), Math.max(bytes, sizes.get(name.toLowerCase()) ?? 0));
    }
  }
  return sizes;
}
