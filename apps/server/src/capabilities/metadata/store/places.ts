import type { Reader } from '../../../platform/database/schema.ts';
import type { Place } from '../../auth/index.ts';

const columns = ['cluster.id', 'cluster.application_id', 'cluster.environment'] as const;

const toPlace = (row: { id: string | null; application_id: string | null; environment: string | null }): Place => ({
  cluster: row.id,
  application: row.application_id,
  environment: row.environment,
});

export async function findPlaceOfCluster(db: Reader, id: string): Promise<Place | undefined> {
  const row = await db.selectFrom('cluster').select(columns).where('id', '=', id).executeTakeFirst();
  return row && toPlace(row);
}

export async function findPlaceOfInstance(db: Reader, id: string): Promise<Place | undefined> {
  const row = await db
    .selectFrom('instance')
    .leftJoin('cluster', 'cluster.id', 'instance.cluster_id')
    .select(columns)
    .where('instance.id', '=', id)
    .executeTakeFirst();
  return row && toPlace(row);
}

/** Of all living instances on it; undefined: there is no such host. */
export async function findPlacesOnHost(db: Reader, id: string): Promise<readonly Place[] | undefined> {
  const host = await db.selectFrom('host').select('id').where('id', '=', id).executeTakeFirst();
  if (!host) return undefined;
  const rows = await db
    .selectFrom('instance')
    .leftJoin('cluster', 'cluster.id', 'instance.cluster_id')
    .select(columns)
    .where('instance.host_id', '=', id)
    .where('instance.state', '!=', 'decommissioned')
    .execute();
  return rows.map(toPlace);
}

/** Of its clusters; undefined: there is no such application. */
export async function findPlacesOfApplication(db: Reader, id: string): Promise<readonly Place[] | undefined> {
  const application = await db.selectFrom('application').select('id').where('id', '=', id).executeTakeFirst();
  if (!application) return undefined;
  return (await db.selectFrom('cluster').select(columns).where('application_id', '=', id).execute()).map(toPlace);
}

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
