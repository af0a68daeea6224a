import '../tables.ts';
import type { DictionaryLook } from '@myriad/contract';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';

/** Without the name of its cluster, which may change. */
export type KeptLook = Omit<DictionaryLook, 'cluster'>;

export const putLook = (tx: Tx, { clusterId, at, use, ...details }: KeptLook): Promise<void> =>
  upsert(
    tx,
    'dictionary_look',
    { cluster_id: clusterId },
    { at, use_known: use.known ? 1 : 0, details: JSON.stringify({ ...details, use }) },
  );

const lookOf = (row: { cluster_id: string; at: number; details: string }): KeptLook => ({
  clusterId: row.cluster_id,
  at: Number(row.at),
  ...(JSON.parse(row.details) as Omit<KeptLook, 'clusterId' | 'at'>),
});

export async function findLook(db: Reader, clusterId: string): Promise<KeptLook | undefined> {
  const row = await db.selectFrom('dictionary_look').selectAll().where('cluster_id', '=', clusterId).executeTakeFirst();
  return row && lookOf(row);
}

export async function selectLooks(db: Reader, clusterIds: readonly string[]): Promise<ReadonlyMap<string, KeptLook>> {
  if (clusterIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('dictionary_look')
    .selectAll()
    .where('cluster_id', 'in', [...clusterIds])
    .execute();
  return new Map(rows.map((row) => [row.cluster_id, lookOf(row)]));
}
