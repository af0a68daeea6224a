import type { Reader } from '../../../platform/database/schema.ts';
import type { ClusterRecord } from '../../metadata/index.ts';
import type { InstancePorts } from '../ports.ts';
import type { Seat } from './bring-back-form.ts';

export interface Seats {
  readonly cluster: ClusterRecord;
  /** Those that are not decommissioned, by name; also those recorded as stopped. */
  readonly seats: readonly Seat[];
  /** Deployed here: then a primary opens only with an acknowledging replica. */
  readonly isOurs: boolean;
}

/** @throws ProblemError CLUSTER_NOT_FOUND */
export async function readSeats(
  { metadata }: Pick<InstancePorts, 'metadata'>,
  db: Reader,
  clusterId: string,
): Promise<Seats> {
  const cluster = await metadata.getCluster(db, clusterId);
  const living = (await metadata.listInstances(db, { clusterId })).filter(({ state }) => state !== 'decommissioned');
  const sorted = [...living].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    cluster,
    seats: sorted.map(({ id, name, role, flavor, version }) => ({ instanceId: id, name, role, flavor, version })),
    isOurs: living.every(({ packageId }) => packageId !== null),
  };
}
