import '../tables.ts';
import type { Counts } from '@myriad/contract';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';
import { type Sight, seenOnly } from '../../metadata/index.ts';
import type { ClusterComplianceTable } from '../tables.ts';

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

const toNumbers = (row: ClusterComplianceTable): ClusterNumbers => ({
  ...{ clusterId: row.cluster_id, standardId: row.standard_id, version: Number(row.version), kinds: row.kinds },
  lookedAt: row.looked_at === null ? null : Number(row.looked_at),
  ...{ instances: Number(row.instances), judged: Number(row.judged), drift: Number(row.drift) },
  total: toCounts(row),
});

const toCounts = (
  row: Record<'ok' | 'differs' | 'excepted' | 'unseen', unknown> & { worst: string | null },
): Counts => ({
  ...{ ok: Number(row.ok), differs: Number(row.differs) },
  ...{ excepted: Number(row.excepted), unknown: Number(row.unseen) },
  ...(row.worst === null ? {} : { worst: row.worst as NonNullable<Counts['worst']> }),
});

export interface ComplianceScope {
  readonly seenBy: Sight;
  readonly environment?: string | undefined;
  readonly state: 'all' | 'differs' | 'drift' | 'unseen';
}

/** Clusters that are deployed and not gone, each with its numbers where it was judged. */
function selectWithin(db: Reader, { seenBy, environment, state }: ComplianceScope) {
  let query = db
    .selectFrom('cluster')
    .leftJoin('cluster_compliance as n', 'n.cluster_id', 'cluster.id')
    .where('cluster.state', 'not in', ['decommissioned', 'deploying']);
  const seen = seenOnly('cluster', seenBy);
  if (seen) query = query.where(seen);
  if (environment !== undefined) query = query.where('cluster.environment', '=', environment);
  if (state === 'differs' || state === 'drift') query = query.where(`n.${state}`, '>', 0);
  if (state === 'unseen')
    query = query.where((where) =>
      where.or([where('n.looked_at', 'is', null), where('n.judged', '<', where.ref('n.instances'))]),
    );
  return query;
}

export interface ClusterRow {
  readonly cluster: { readonly id: string; readonly name: string; readonly environment: string };
  /** undefined: never judged. */
  readonly of: ClusterNumbers | undefined;
}

/** By name, from so many on. */
export async function listClusterRows(
  db: Reader,
  scope: ComplianceScope,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<readonly ClusterRow[]> {
  const page = selectWithin(db, scope).select(['cluster.id', 'cluster.name', 'cluster.environment']);
  const clusters = await page.orderBy('cluster.name').orderBy('cluster.id').limit(limit).offset(from).execute();
  if (clusters.length === 0) return [];
  const ids = clusters.map(({ id }) => id);
  const rows = await db.selectFrom('cluster_compliance').selectAll().where('cluster_id', 'in', ids).execute();
  const numbers = new Map(rows.map((row) => [row.cluster_id, toNumbers(row)]));
  return clusters.map((cluster) => ({ cluster, of: numbers.get(cluster.id) }));
}

/** All pages put together: counts by the worst of each cluster. */
export async function sumClusterRows(
  db: Reader,
  scope: ComplianceScope,
): Promise<readonly { readonly clusters: number; readonly counts: Counts }[]> {
  const rows = await selectWithin(db, scope)
    .select(({ fn }) => [
      'n.worst' as const,
      fn.countAll().as('clusters'),
      ...(['ok', 'differs', 'excepted', 'unseen'] as const).map((name) => fn.sum(`n.${name}`).as(name)),
    ])
    .groupBy('n.worst')
    .execute();
  return rows.map((row) => ({ clusters: Number(row.clusters), counts: toCounts(row) }));
}
