import type { Reader } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { actorOn, nowhere, type Place, rightsOf, type ScopedThing, type Standing } from '../../auth/index.ts';
import type { ClusterRecord, EntityKind } from '../records.ts';

/** Where a cluster lies. */
export const placeOfCluster = ({
  id,
  applicationId,
  environment,
}: Pick<ClusterRecord, 'id' | 'applicationId' | 'environment'>): Place => ({
  cluster: id,
  application: applicationId,
  environment,
});

const columns = ['cluster.id', 'cluster.application_id', 'cluster.environment'] as const;
const toPlace = (row: { id: string | null; application_id: string | null; environment: string | null }): Place => ({
  cluster: row.id,
  application: row.application_id,
  environment: row.environment,
});

async function clusterStands(db: Reader, id: string): Promise<Standing | undefined> {
  const row = await db.selectFrom('cluster').select(columns).where('id', '=', id).executeTakeFirst();
  return row && { shownBy: [toPlace(row)], shown: 'one' };
}

async function instanceStands(db: Reader, id: string): Promise<Standing | undefined> {
  const row = await db
    .selectFrom('instance')
    .leftJoin('cluster', 'cluster.id', 'instance.cluster_id')
    .select(columns)
    .where('instance.id', '=', id)
    .executeTakeFirst();
  return row && { shownBy: [toPlace(row)], shown: 'one' };
}

/** Seen with any living instance on it, acted on only with a role over all of them: what is done to a host, all its tenants bear. */
async function hostStands(db: Reader, id: string): Promise<Standing | undefined> {
  const host = await db.selectFrom('host').select('id').where('id', '=', id).executeTakeFirst();
  if (!host) return undefined;
  const rows = await db
    .selectFrom('instance')
    .leftJoin('cluster', 'cluster.id', 'instance.cluster_id')
    .select(columns)
    .where('instance.host_id', '=', id)
    .where('instance.state', '!=', 'decommissioned')
    .execute();
  return { shownBy: rows.map(toPlace), shown: 'one' };
}

/** Seen with any of its clusters; acted on with a role on the application itself. */
async function applicationStands(db: Reader, id: string): Promise<Standing | undefined> {
  const application = await db.selectFrom('application').select('id').where('id', '=', id).executeTakeFirst();
  if (!application) return undefined;
  const rows = await db.selectFrom('cluster').select(columns).where('application_id', '=', id).execute();
  const own = { ...nowhere, application: id };
  return { shownBy: [own, ...rows.map(toPlace)], shown: 'one', actedOnBy: [own] };
}

const thing = (code: string, stands: ScopedThing['stands']): ScopedThing => ({
  notFound: (id) => new ProblemError(code, { id }),
  stands,
});

/** The four dimensions as things rights reach. */
export const metadataThings: Readonly<Record<EntityKind, ScopedThing>> = {
  host: thing('HOST_NOT_FOUND', hostStands),
  instance: thing('INSTANCE_NOT_FOUND', instanceStands),
  cluster: thing('CLUSTER_NOT_FOUND', clusterStands),
  application: thing('APPLICATION_NOT_FOUND', applicationStands),
};

/** The actor with the roles they hold on one thing of the four dimensions. @throws ProblemError its not-found */
export async function actorOnThing(db: Reader, actor: Actor, entity: EntityKind, id: string): Promise<Actor> {
  // Who holds rights on everything alone holds the same on each thing.
  if (rightsOf(actor).every(({ kind }) => kind === 'all')) return actor;
  return actorOn(db, metadataThings[entity], actor, id);
}
