import type { Reader } from '../../../platform/database/schema.ts';
import type { Place } from '../../auth/index.ts';
import type { EntityKind } from '../records.ts';

const columns = ['cluster.id', 'cluster.application_id', 'cluster.environment'] as const;

type PlaceRow = { id: string | null; application_id: string | null; environment: string | null };

const toPlace = (row: PlaceRow): Place => ({
  cluster: row.id,
  application: row.application_id,
  environment: row.environment,
});

type Places = ReadonlyMap<string, readonly Place[]>;

/** Where each of these lies; at most a thousand at once, and none that does not exist. */
export async function selectPlacesOf(db: Reader, entity: EntityKind, ids: readonly string[]): Promise<Places> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  if (entity === 'cluster' || entity === 'instance') {
    const rows = await (entity === 'cluster' ? placesOfClusters(db, wanted) : placesOfInstances(db, wanted));
    return new Map(rows.map((row) => [row.of, [toPlace(row)]]));
  }
  const there = await db.selectFrom(entity).select('id').where('id', 'in', wanted).execute();
  const rows = await (entity === 'host' ? placesOnHosts(db, wanted) : placesOfApplications(db, wanted));
  const places = new Map(there.map(({ id }) => [id, [] as Place[]]));
  for (const row of rows) places.get(row.of ?? '')?.push(toPlace(row));
  return places;
}

const placesOfClusters = (db: Reader, ids: string[]) =>
  db
    .selectFrom('cluster')
    .select([...columns, 'cluster.id as of'])
    .where('id', 'in', ids)
    .execute();

const placesOfInstances = (db: Reader, ids: string[]) =>
  db
    .selectFrom('instance')
    .leftJoin('cluster', 'cluster.id', 'instance.cluster_id')
    .select([...columns, 'instance.id as of'])
    .where('instance.id', 'in', ids)
    .execute();

/** Of all living instances on them. */
const placesOnHosts = (db: Reader, ids: string[]) =>
  db
    .selectFrom('instance')
    .leftJoin('cluster', 'cluster.id', 'instance.cluster_id')
    .select([...columns, 'instance.host_id as of'])
    .where('instance.host_id', 'in', ids)
    .where('instance.state', '!=', 'decommissioned')
    .execute();

/** Of their clusters. */
const placesOfApplications = (db: Reader, ids: string[]) =>
  db
    .selectFrom('cluster')
    .select([...columns, 'cluster.application_id as of'])
    .where('application_id', 'in', ids)
    .execute();

/** Described, or a cluster lies in it. */
export async function isEnvironment(db: Reader, name: string): Promise<boolean> {
  const described = await db.selectFrom('environment').select('name').where('name', '=', name).executeTakeFirst();
  if (described) return true;
  const used = await db.selectFrom('cluster').select('id').where('environment', '=', name).limit(1).executeTakeFirst();
  return used !== undefined;
}

export async function findNameOf(db: Reader, kind: 'application' | 'cluster', id: string): Promise<string | undefined> {
  return (await db.selectFrom(kind).select('name').where('id', '=', id).executeTakeFirst())?.name;
}
