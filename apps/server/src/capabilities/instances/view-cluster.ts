import { type ClusterView, type listClusters as endpoint, fleetProblems } from '@myriad/contract';
import type { z } from 'zod';
import { type Actor, abilityOf, type Decision } from '../../platform/policy/decision.ts';
import { rightsOf, rolesOn } from '../auth/index.ts';
import {
  type ClusterRecord,
  type Fact,
  type HostRecord,
  type InstanceRecord,
  maintenanceInForce,
  placeOfCluster,
  readPageByName,
  selectLabelsOfMany,
  sightOf,
} from '../metadata/index.ts';
import { ifManaged, mayDecommission, mayMaintain, mayRestart, mayStop } from './policy.ts';
import type { InstancePorts } from './ports.ts';
import { viewInstance } from './view-instance.ts';

export type View = z.input<typeof ClusterView>;
type Parts = Pick<InstancePorts, 'db' | 'metadata' | 'clock'>;

interface Around {
  readonly now: number;
  readonly hosts: ReadonlyMap<string, HostRecord>;
  readonly instances: readonly InstanceRecord[];
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
}

/** What stands around these clusters, and nothing of the rest of the fleet. */
async function readAround({ db, metadata, clock }: Parts, clusterIds: readonly string[]): Promise<Around> {
  const instances = await metadata.listInstancesOf(db, clusterIds);
  const hosts = await metadata.listHostsById(db, [...new Set(instances.map(({ hostId }) => hostId))]);
  const ids = instances.map(({ id }) => id);
  return {
    now: clock.now(),
    hosts: new Map(hosts.map((host) => [host.id, host])),
    instances,
    facts: await metadata.listFactsOf(db, 'instance', ids),
  };
}

export async function viewCluster(parts: Parts, actor: Actor, clusterId: string): Promise<View> {
  const cluster = await parts.metadata.getCluster(parts.db, clusterId);
  return toView(actor, cluster, await readAround(parts, [clusterId]));
}

/** Clusters by name; decommissioned ones are history and left out. */
export async function listClusters(
  parts: Parts,
  actor: Actor,
  { environment, state, level, ...query }: z.output<typeof endpoint.query>,
): Promise<{ items: View[]; next?: string }> {
  const { db, metadata } = parts;
  const filter = { seenBy: sightOf(actor), environment, state, level };
  const page = await readPageByName(query, (of) => metadata.listClusters(db, { ...filter, living: true, page: of }));
  const ids = page.items.map(({ id }) => id);
  const around = await readAround(parts, ids);
  const labels = await selectLabelsOfMany(db, 'cluster', ids);
  return {
    ...page,
    items: page.items.map((cluster) => ({
      ...toView(actor, cluster, around),
      labels: { ...labels.get(cluster.id) },
    })),
  };
}

function toView(actor: Actor, cluster: ClusterRecord, around: Around): View {
  const { id, name, flavor, version, topology, applicationId, environment, state, fixed, level, managedBy } = cluster;
  const here = { roles: rolesOn(rightsOf(actor), [placeOfCluster(cluster)]) };
  const maintenance = maintenanceInForce(cluster.maintenance, around.now);
  const own = around.instances
    .filter(({ clusterId, state: its }) => clusterId === id && (its !== 'decommissioned' || state === 'decommissioned'))
    .sort((a, b) => Number(a.role === 'replica') - Number(b.role === 'replica') || (a.name < b.name ? -1 : 1));
  const unmanaged = own.find(({ packageId }) => packageId === null);
  const ability = (decision: Decision) => abilityOf(ifManaged(unmanaged, managedBy, decision), fleetProblems);
  return {
    ...{ id, name, flavor, version, topology, environment, state, level, fixed: { ...fixed } },
    ...(managedBy === null ? {} : { managedBy }),
    ...(unmanaged ? { adopted: true } : {}),
    ...(applicationId === null ? {} : { applicationId }),
    ...(maintenance === null ? {} : { maintenance }),
    instances: own.map((instance) =>
      viewInstance(
        instance,
        around.hosts.get(instance.hostId),
        around.facts.get(instance.id) ?? [],
        around.now,
        managedBy,
      ),
    ),
    abilities: {
      stop: ability(mayStop(state)),
      restart: ability(mayRestart(state)),
      decommission: ability(mayDecommission(state)),
      maintenance: abilityOf(mayMaintain(here), fleetProblems),
    },
  };
}
