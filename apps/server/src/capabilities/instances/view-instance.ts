import { fleetProblems, type InstanceView } from '@myriad/contract';
import type { z } from 'zod';
import { abilityOf, type Decision } from '../../platform/policy/decision.ts';
import { type Fact, type HostRecord, type InstanceRecord, maintenanceInForce } from '../metadata/index.ts';
import { ifManaged, mayDecommission, mayRestart, mayStart, mayStop } from './policy.ts';

export type View = z.input<typeof InstanceView>;

/**
 * An instance as people see it: record, facts, and what may be asked for. Of a cluster that was let go of the host may be
 * forgotten. @param service the cloud service that runs its cluster, where that was read
 */
export function viewInstance(
  instance: InstanceRecord,
  host: HostRecord | undefined,
  facts: readonly Fact[],
  now: number,
  service: string | null = null,
): View {
  const { id, name, hostId, port, clusterId, flavor, version, role, state } = instance;
  const maintenance = maintenanceInForce(instance.maintenance, now);
  const unmanaged = instance.packageId === null ? instance : undefined;
  const ability = (decision: Decision) => abilityOf(ifManaged(unmanaged, service, decision), fleetProblems);
  return {
    ...{ id, name, hostId, port, flavor, version, role, state },
    hostName: host?.name ?? hostId,
    address: host?.address ?? '',
    ...(clusterId === null ? {} : { clusterId }),
    ...(maintenance === null ? {} : { maintenance }),
    facts: Object.fromEntries(
      facts.map((fact) => [fact.name, { value: fact.value, observedAt: fact.observedAt, source: fact.source.kind }]),
    ),
    abilities: {
      start: ability(mayStart(state)),
      stop: ability(mayStop(state)),
      restart: ability(mayRestart(state)),
      decommission: ability(mayDecommission(state)),
    },
  };
}
