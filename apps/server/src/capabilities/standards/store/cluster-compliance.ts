import '../tables.ts';
import type { Counts } from '@myriad/contract';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';

/** A cluster's numbers, its instances put together. */
export interface ClusterNumbers {
  readonly clusterId: string;
  readonly standardId: string;
  readonly version: number;
  /** Of the oldest look; null: there was none. */
  readonly lookedAt: number | null;
  readonly instances: number;
  /** Of them looked at. */
  readonly judged: number;
  readonly total: Counts;
  readonly drift: number;
  /** JSON: read only for what is shown. */
  readonly kinds: string;
}

export const putClusterNumbers = (tx: Tx, made: ClusterNumbers): Promise<void> =>
  upsert(
    tx,
    'cluster_compliance',
    { cluster_id: made.clusterId },
    {
      ...{ standard_id: made.standardId, version: made.version, looked_at: made.lookedAt, kinds: made.kinds },
      ...{ instances: made.instances, judged: made.judged, drift: made.drift, worst: made.total.worst ?? null },
      ...{ ok: made.total.ok, differs: made.total.differs, excepted: made.total.excepted, unseen: made.total.unknown },
    },
  );

export async function deleteClusterNumbers(tx: Tx, clusterId: string): Promise<void> {
  await tx.deleteFrom('cluster_compliance').where('cluster_id', '=', clusterId).execute();
}

/** Of the whole fleet, by cluster. */
export async function mapClusterNumbers(db: Reader): Promise<ReadonlyMap<string, ClusterNumbers>> {
  const rows = await db.selectFrom('cluster_compliance').selectAll().execute();
  return new Map(
    rows.map((row) => [
      row.cluster_id,
      {
        ...{ clusterId: row.cluster_id, standardId: row.standard_id, version: Number(row.version), kinds: row.kinds },
        lookedAt: row.looked_at === null ? null : Number(row.looked_at),
        ...{ instances: Number(row.instances), judged: Number(row.judged), drift: Number(row.drift) },
        total: {
          ...{ ok: Number(row.ok), differs: Number(row.differs) },
          ...{ excepted: Number(row.excepted), unknown: Number(row.unseen) },
          ...(row.worst === null ? {} : { worst: row.worst as NonNullable<Counts['worst']> }),
        },
      },
    ]),
  );
}
