import type { InstanceRecord } from '../metadata/index.ts';
import type { InstancePorts } from './ports.ts';

/** Who ends sessions: ours where the platform made the server, else the account of the level. */
export async function killerOf(
  { db, metadata }: Pick<InstancePorts, 'db' | 'metadata'>,
  { packageId, clusterId }: Pick<InstanceRecord, 'packageId' | 'clusterId'>,
): Promise<'admin' | 'operate' | 'ha'> {
  if (packageId !== null || clusterId === null) return 'admin';
  return (await metadata.findAccount(db, clusterId, 'operate')) ? 'operate' : 'ha';
}
