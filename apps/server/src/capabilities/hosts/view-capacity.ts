import type { ZoneCapacity } from '@myriad/contract';
import type { Actor } from '../../platform/policy/decision.ts';
import { listSpecifications, selectFactsOfMany, sightOf } from '../metadata/index.ts';
import { capacityOf, type MeasuredHost } from './capacity.ts';
import type { HostParts } from './parts.ts';

const atOnce = 1000;
const names = ['cpuCores', 'memoryBytes', 'baseTotalBytes', 'baseFreeBytes'];

/** The pool, as far as the actor sees its hosts. */
export async function viewCapacity(
  { db, metadata }: Pick<HostParts, 'db' | 'metadata'>,
  actor: Actor,
): Promise<{ zones: ZoneCapacity[] }> {
  const hosts = await metadata.listHosts(db, { seenBy: sightOf(actor) });
  const facts = new Map<string, Map<string, unknown>>();
  for (let from = 0; from < hosts.length; from += atOnce) {
    const ids = hosts.slice(from, from + atOnce).map(({ id }) => id);
    for (const { entityId, name, value } of await selectFactsOfMany(db, 'host', ids, names))
      facts.set(entityId, (facts.get(entityId) ?? new Map()).set(name, value));
  }
  const measured = hosts.map(({ id, zone, poolState }): MeasuredHost => {
    const numberOf = (name: string) => {
      const value = facts.get(id)?.get(name);
      return typeof value === 'number' ? value : undefined;
    };
    const [cpus, memoryBytes, diskBytes, freeDiskBytes] = names.map(numberOf);
    return { zone, poolState, cpus, memoryBytes, diskBytes, freeDiskBytes };
  });
  const zoneOf = new Map(hosts.map(({ id, zone }) => [id, zone]));
  const sizeOf = new Map((await metadata.listClusters(db)).map(({ id, specification }) => [id, specification]));
  const instances = (await metadata.listInstances(db)).flatMap(({ hostId, clusterId, state }) => {
    const zone = zoneOf.get(hostId);
    if (zone === undefined || state === 'decommissioned') return [];
    return [{ zone, specification: (clusterId === null ? undefined : sizeOf.get(clusterId)) ?? null }];
  });
  return { zones: capacityOf(measured, instances, await listSpecifications(db)) };
}
