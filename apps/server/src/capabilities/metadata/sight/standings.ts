import type { Reader } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { actorOn, nowhere, type Place, rightsOf, type ScopedThing, type Standing } from '../../auth/index.ts';
import type { ClusterRecord, EntityKind } from '../records.ts';
import { findPlaceOfCluster, findPlaceOfInstance, findPlacesOfApplication, findPlacesOnHost } from '../store/places.ts';

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

const one = (place: Place | undefined): Standing | undefined => place && { shownBy: [place], shown: 'one' };

const clusterStands = async (db: Reader, id: string) => one(await findPlaceOfCluster(db, id));
const instanceStands = async (db: Reader, id: string) => one(await findPlaceOfInstance(db, id));

/** Seen with any living instance on it, acted on only with a role over all of them: what is done to a host, all its tenants bear. */
async function hostStands(db: Reader, id: string): Promise<Standing | undefined> {
  const shownBy = await findPlacesOnHost(db, id);
  return shownBy && { shownBy, shown: 'one' };
}

/** Seen with any of its clusters; acted on with a role on the application itself. */
async function applicationStands(db: Reader, id: string): Promise<Standing | undefined> {
  const clusters = await findPlacesOfApplication(db, id);
  const own = { ...nowhere, application: id };
  return clusters && { shownBy: [own, ...clusters], shown: 'one', actedOnBy: [own] };
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
