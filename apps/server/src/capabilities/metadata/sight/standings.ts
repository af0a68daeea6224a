import type { Reader } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import {
  actorOn,
  nowhere,
  type Place,
  rightsOf,
  rolesTowards,
  type ScopedThing,
  type Standing,
} from '../../auth/index.ts';
import type { ClusterRecord, EntityKind } from '../records.ts';
import { selectPlacesOf } from '../store/places.ts';

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

/**
 * A host is seen with any living instance on it, and acted on only with a role over all of them: what is done to a host, all its
 * tenants bear. An application is seen with any of its clusters, and acted on with a role on the application itself.
 */
function standingOf(entity: EntityKind, id: string, places: readonly Place[]): Standing {
  if (entity !== 'application') return { shownBy: places, shown: 'one' };
  const own = { ...nowhere, application: id };
  return { shownBy: [own, ...places], shown: 'one', actedOnBy: [own] };
}

const thing = (entity: EntityKind, code: string): ScopedThing => ({
  notFound: (id) => new ProblemError(code, { id }),
  stands: async (db, id) => {
    const places = (await selectPlacesOf(db, entity, [id])).get(id);
    return places && standingOf(entity, id, places);
  },
});

/** The four dimensions as things rights reach. */
export const metadataThings: Readonly<Record<EntityKind, ScopedThing>> = {
  host: thing('host', 'HOST_NOT_FOUND'),
  instance: thing('instance', 'INSTANCE_NOT_FOUND'),
  cluster: thing('cluster', 'CLUSTER_NOT_FOUND'),
  application: thing('application', 'APPLICATION_NOT_FOUND'),
};

/** Who holds rights on everything alone holds the same on each thing. */
const holdsAlike = (actor: Actor): boolean => rightsOf(actor).every(({ kind }) => kind === 'all');

/** The actor with the roles they hold on one thing of the four dimensions. @throws ProblemError its not-found */
export async function actorOnThing(db: Reader, actor: Actor, entity: EntityKind, id: string): Promise<Actor> {
  return holdsAlike(actor) ? actor : actorOn(db, metadataThings[entity], actor, id);
}

/**
 * The actor with the roles they hold on each row of a page, in a statement or two for all of them. One taken out of sight between
 * the list and this look is acted on by nobody: of it they hold no role.
 */
export async function actorsOnThings(
  db: Reader,
  actor: Actor,
  things: readonly { readonly entity: EntityKind; readonly id: string }[],
): Promise<(entity: EntityKind, id: string) => Actor> {
  if (holdsAlike(actor)) return () => actor;
  const rights = rightsOf(actor);
  const found = new Map<string, Actor>();
  for (const kind of new Set(things.map(({ entity }) => entity))) {
    const ids = things.flatMap(({ entity, id }) => (entity === kind ? [id] : []));
    for (const [id, places] of await selectPlacesOf(db, kind, ids)) {
      const roles = rolesTowards({ id: actor.id, rights }, standingOf(kind, id, places));
      if (roles) found.set(`${kind}/${id}`, { ...actor, roles, rights });
    }
  }
  return (entity, id) => found.get(`${entity}/${id}`) ?? { ...actor, roles: [] };
}
