import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { kindOf } from '../../../platform/database/store-of.ts';
import { changedColumns } from '../changed-fields.ts';
import type { NamePage } from '../page-by-name.ts';
import type { ClusterRecord } from '../records.ts';
import { type Sight, seenOnly } from '../sight/sight.ts';
import type { ClusterTable } from '../tables.ts';
import { isBehind } from './name-page.ts';

const toRecord = (row: ClusterTable): ClusterRecord => ({
  id: row.id,
  name: row.name,
  flavor: row.flavor as ClusterRecord['flavor'],
  version: row.version,
  topology: row.topology as ClusterRecord['topology'],
  applicationId: row.application_id,
  environment: row.environment,
  state: row.state as ClusterRecord['state'],
  fixed: JSON.parse(row.fixed),
  maintenance: row.maintenance === null ? null : JSON.parse(row.maintenance),
  level: (row.level ?? 'operate') as ClusterRecord['level'],
  managedBy: row.managed_by,
  specification: row.specification,
  createdAt: Number(row.created_at),
});

const toRow = (cluster: ClusterRecord): ClusterTable => ({
  id: cluster.id,
  name: cluster.name,
  live_name: cluster.state === 'decommissioned' ? null : cluster.name,
  flavor: cluster.flavor,
  version: cluster.version,
  topology: cluster.topology,
  application_id: cluster.applicationId,
  environment: cluster.environment,
  state: cluster.state,
  fixed: JSON.stringify(cluster.fixed),
  maintenance: cluster.maintenance === null ? null : JSON.stringify(cluster.maintenance),
  level: cluster.level,
  managed_by: cluster.managedBy,
  specification: cluster.specification,
  created_at: cluster.createdAt,
});

/** Those of these ids; at most a thousand at once. */
export async function selectClustersById(
  db: Reader,
  ids: readonly string[],
  seenBy?: Sight,
): Promise<readonly ClusterRecord[]> {
  if (ids.length === 0) return [];
  const seen = seenOnly('cluster', seenBy);
  const query = db
    .selectFrom('cluster')
    .selectAll()
    .where('id', 'in', [...ids]);
  return (await (seen ? query.where(seen) : query).execute()).map(toRecord);
}

export async function selectCluster(
  db: Reader,
  by: { id: string } | { liveName: string },
): Promise<ClusterRecord | undefined> {
  const query = db.selectFrom('cluster').selectAll();
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : query.where('live_name', '=', by.liveName)
  ).executeTakeFirst();
  return row && toRecord(row);
}

export interface ClusterFilter {
  readonly seenBy?: Sight | undefined;
  /** Not the decommissioned ones. */
  readonly living?: true;
  readonly page?: NamePage | undefined;
  readonly environment?: string | undefined;
  readonly state?: ClusterRecord['state'] | undefined;
  readonly level?: ClusterRecord['level'] | undefined;
}

export async function selectClusters(db: Reader, filter: ClusterFilter = {}): Promise<readonly ClusterRecord[]> {
  const seen = seenOnly('cluster', filter.seenBy);
  let query = db.selectFrom('cluster').selectAll().orderBy('name').orderBy('id');
  if (seen) query = query.where(seen);
  if (filter.environment) query = query.where('environment', '=', filter.environment);
  if (filter.state) query = query.where('state', '=', filter.state);
  // What was recorded before there were levels was deployed here.
  if (filter.level)
    query = query.where((where) => where(where.fn.coalesce('level', where.val('operate')), '=', filter.level ?? ''));
  if (filter.living) query = query.where('state', '!=', 'decommissioned');
  if (filter.page) query = query.limit(filter.page.limit);
  if (filter.page?.after) query = query.where(isBehind('cluster', filter.page.after));
  return (await query.execute()).map(toRecord);
}

/** Holds the row until the transaction ends, and reads what is there now. */
export async function lockClusterRow(tx: Tx, id: string): Promise<ClusterRecord | undefined> {
  const query = tx.selectFrom('cluster').selectAll().where('id', '=', id);
  const row = await (kindOf(tx) === 'sqlite' ? query : query.forUpdate()).executeTakeFirst();
  return row && toRecord(row);
}

export const insertCluster = async (tx: Tx, cluster: ClusterRecord): Promise<void> => {
  await tx.insertInto('cluster').values(toRow(cluster)).execute();
};

export const updateCluster = async (tx: Tx, before: ClusterRecord, after: ClusterRecord): Promise<void> => {
  await tx
    .updateTable('cluster')
    .set(changedColumns(toRow(before), toRow(after)))
    .where('id', '=', before.id)
    .execute();
};
