import type { HeldRight } from '../platform/policy/decision.ts';
import type { Fleet, Work } from './random-fleet.ts';

/** Who sees what, said once more in the plainest way, of the fleet as it was planted: what the product is compared with. */
/** `operating`: the same of the rights to operate alone. */
export function modelOf(fleet: Fleet, person: string, rights: readonly HeldRight[]) {
  const operating = sightModel(
    fleet,
    person,
    rights.filter(({ role }) => role !== 'requester'),
  );
  return { ...sightModel(fleet, person, rights), operating };
}
export type Model = ReturnType<typeof modelOf>;
export type SightModel = ReturnType<typeof sightModel>;

function sightModel(fleet: Fleet, person: string, rights: readonly HeldRight[]) {
  const everywhere = rights.some(({ kind }) => kind === 'all');
  const operates = (right: HeldRight) => right.role !== 'requester';
  const rolesOnCluster = (id: string | null, which: (right: HeldRight) => boolean = () => true): Set<string> => {
    const cluster = fleet.clusters.find((each) => each.id === id);
    const own = rights.filter(
      (right) =>
        which(right) &&
        (right.kind === 'all' ||
          (cluster !== undefined &&
            ((right.kind === 'cluster' && right.id === cluster.id) ||
              (right.kind === 'application' && right.id === cluster.application) ||
              (right.kind === 'environment' && right.id === cluster.environment)))),
    );
    return new Set(own.map(({ role }) => role));
  };
  const cluster = (id: string | null) => rolesOnCluster(id).size > 0;
  const living = (hostId: string) => fleet.instances.filter(({ host, gone }) => host === hostId && !gone);
  const instance = (id: string) => {
    const found = fleet.instances.find((each) => each.id === id);
    return found !== undefined && cluster(found.cluster);
  };
  const host = (id: string) => everywhere || living(id).some((each) => each.cluster !== null && cluster(each.cluster));
  const application = (id: string) =>
    everywhere ||
    rights.some((right) => right.kind === 'application' && right.id === id) ||
    fleet.clusters.some((each) => each.application === id && cluster(each.id));
  const exists = (entity: string, id: string) =>
    [...fleet.clusters, ...fleet.instances, ...fleet.hosts, ...fleet.applications].some((each) => each.id === id) &&
    entity !== '';
  const finding = (id: string) => {
    const found = fleet.findings.find((each) => each.id === id);
    if (!found) return false;
    if (!exists(found.entity, found.entityId)) return everywhere;
    const seen: Readonly<Record<string, (id: string) => boolean>> = { cluster, instance, host, application };
    return seen[found.entity]?.(found.entityId) ?? false;
  };
  const operatesAll = ({ clusters, hosts }: Work): boolean => {
    if (rights.some((right) => right.kind === 'all' && operates(right))) return true;
    const tenants = hosts.flatMap((id) => {
      const on = living(id);
      return on.length === 0 ? [null] : on.map((each) => each.cluster);
    });
    const about = [...clusters, ...tenants];
    return about.length > 0 && about.every((id) => rolesOnCluster(id, operates).size > 0);
  };
  const work = (of: Work): boolean => of.openedBy === person || operatesAll(of);
  const holdsApplication = (id: string) => rights.some((right) => right.kind === 'application' && right.id === id);
  return {
    operatesAll,
    holdsApplication,
    cluster,
    instance,
    host,
    application,
    finding,
    work,
    rolesOnCluster,
    everywhere,
  };
}
