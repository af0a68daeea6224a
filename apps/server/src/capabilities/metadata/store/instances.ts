import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { kindOf } from '../../../platform/database/store-of.ts';
import { changedColumns } from '../changed-fields.ts';
import type { NamePage } from '../page-by-name.ts';
import type { InstanceRecord } from '../records.ts';
import { type Sight, seenOnly } from '../sight/sight.ts';
import type { InstanceTable } from '../tables.ts';
import { isBehind } from './name-page.ts';

/** Null once decommissioned, so the seat can be taken again. */
const seatOf = (instance: InstanceRecord): string | null =>
  instance.state === 'decommissioned' ? null : `${instance.hostId}:${instance.port}`;

const toRecord = (row: InstanceTable): InstanceRecord => ({
  id: row.id,
  name: row.name,
  hostId: row.host_id,
  port: Number(row.port),
  clusterId: row.cluster_id,
  flavor: row.flavor as InstanceRecord['flavor'],
  version: row.version,
  packageId: row.package_id,
  role: row.role as InstanceRecord['role'],
  state: row.state as InstanceRecord['state'],
  directory: row.directory,
  serverId: Number(row.server_id),
  maintenance: row.maintenance === null ? null : JSON.parse(row.maintenance),
  createdAt: Number(row.created_at),
});

const toRow = (instance: InstanceRecord): InstanceTable => ({
  id: instance.id,
  name: instance.name,
  host_id: instance.hostId,
  port: instance.port,
  seat: seatOf(instance),
  cluster_id: instance.clusterId,
  flavor: instance.flavor,
  version: instance.version,
  package_id: instance.packageId,
  role: instance.role,
  state: instance.state,
  directory: instance.directory,
  server_id: instance.serverId,
  maintenance: instance.maintenance === null ? null : JSON.stringify(instance.maintenance),
  created_at: instance.createdAt,
});

export async function selectInstance(db: Reader, id: string): Promise<InstanceRecord | undefined> {
  const row = await db.selectFrom('instance').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRecord(row);
}

export interface InstanceFilter {
  readonly hostId?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly seenBy?: Sight | undefined;
  /** Not the decommissioned ones. */
  readonly living?: true;
  readonly page?: NamePage | undefined;
}

export async function selectInstances(db: Reader, filter: InstanceFilter = {}): Promise<readonly InstanceRecord[]> {
  let query = db.selectFrom('instance').selectAll().orderBy('name').orderBy('id');
  const seen = seenOnly('instance', filter.seenBy);
  if (seen) query = query.where(seen);
  if (filter.hostId) query = query.where('host_id', '=', filter.hostId);
  if (filter.clusterId) query = query.where('cluster_id', '=', filter.clusterId);
  if (filter.living) query = query.where('state', '!=', 'decommissioned');
  if (filter.page) query = query.limit(filter.page.limit);
  if (filter.page?.after) query = query.where(isBehind('instance', filter.page.after));
  return (await query.execute()).map(toRecord);
}

/** Of all these clusters, on all these hosts, or of these ids; at most a thousand at once. */
export async function selectInstancesOf(
  db: Reader,
  by: 'cluster_id' | 'host_id' | 'id',
  ids: readonly string[],
  seenBy?: Sight,
): Promise<readonly InstanceRecord[]> {
  const seen = seenOnly('instance', seenBy);
  const query = db
    .selectFrom('instance')
    .selectAll()
    .where(by, 'in', [...ids]);
  return (await (seen ? query.where(seen) : query).orderBy('name').orderBy('id').execute()).map(toRecord);
}

/** By id, those after one: a walk over the whole fleet holds nobody up. */
export async function selectInstancesAfter(
  db: Reader,
  afterId: string,
  limit: number,
): Promise<readonly InstanceRecord[]> {
  const query = db.selectFrom('instance').selectAll().where('id', '>', afterId).orderBy('id').limit(limit);
  return (await query.execute()).map(toRecord);
}

export async function isSeatTaken(db: Reader, instance: InstanceRecord): Promise<boolean> {
  const row = await db
    .selectFrom('instance')
    .select('id')
    .where('seat', '=', seatOf(instance))
    .where('id', '<>', instance.id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Holds the row until the transaction ends, and reads what is there now. */
export async function lockInstanceRow(tx: Tx, id: string): Promise<InstanceRecord | undefined> {
  const query = tx.selectFrom('instance').selectAll().where('id', '=', id);
  const row = await (kindOf(tx) === 'sqlite' ? query : query.forUpdate()).executeTakeFirst();
  return row && toRecord(row);
}

export const insertInstance = async (tx: Tx, instance: InstanceRecord): Promise<void> => {
  await tx.insertInto('instance').values(toRow(instance)).execute();
};

export const updateInstance = async (tx: Tx, before: InstanceRecord, after: InstanceRecord): Promise<void> => {
  await tx
    .updateTable('instance')
    .set(changedColumns(toRow(before), toRow(after)))
    .where('id', '=', before.id)
    .execute();
};
