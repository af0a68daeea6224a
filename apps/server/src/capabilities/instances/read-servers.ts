import type { Reader } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { ClusterRecord, InstanceRecord } from '../metadata/index.ts';
import type { InstancePorts } from './ports.ts';
import type { ServerInput } from './server-input.ts';
import { selectPackage } from './store.ts';

export interface ClusterServers {
  readonly cluster: ClusterRecord;
  /** Those that live, primary (or the only one) first, then by name. */
  readonly servers: readonly ServerInput[];
  readonly records: ReadonlyMap<string, InstanceRecord>;
}

/** A cluster's servers as steps need them. Throws CLUSTER_NOT_FOUND. */
export async function readClusterServers(
  { metadata }: Pick<InstancePorts, 'metadata'>,
  db: Reader,
  clusterId: string,
): Promise<ClusterServers> {
  const cluster = await metadata.getCluster(db, clusterId);
  const living = (await metadata.listInstances(db, { clusterId })).filter(({ state }) => state !== 'decommissioned');
  const sorted = [...living].sort(
    (a, b) => Number(a.role === 'replica') - Number(b.role === 'replica') || (a.name < b.name ? -1 : 1),
  );
  const servers: ServerInput[] = [];
  for (const { id, hostId, name, role, port, directory, flavor, version, packageId } of sorted) {
    const host = await metadata.getHost(db, hostId);
    const serverPackage = packageId === null ? undefined : await selectPackage(db, { id: packageId });
    // Without a package of ours the platform did not deploy it, and has no business starting or stopping it.
    if (!serverPackage) throw new ProblemError('INSTANCE_NOT_MANAGED', { name });
    const { address, baseDirectory } = host;
    const of = { clusterId, instanceId: id, hostId, name, role, port, directory, flavor, version };
    servers.push({ ...of, address, baseDirectory, sha256: serverPackage.sha256 });
  }
  return { cluster, servers, records: new Map(living.map((each) => [each.id, each])) };
}
