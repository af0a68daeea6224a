import type { Tx } from '../../platform/database/schema.ts';
import type { InstanceRecord, Source } from '../metadata/index.ts';
import type { AdoptionPorts } from './ports.ts';

/**
 * Forgets hosts that were known by nothing but the address of what lived there: no path leads to them, nothing lives there any
 * more, and `mayForget` has nothing against it. Others are somebody's, and stay.
 */
export async function forgetHosts(
  { metadata }: Pick<AdoptionPorts, 'metadata'>,
  tx: Tx,
  instances: readonly Pick<InstanceRecord, 'hostId'>[],
  source: Source,
  mayForget: (hostId: string) => Promise<boolean> = async () => true,
): Promise<void> {
  for (const hostId of new Set(instances.map((each) => each.hostId))) {
    const host = await metadata.lockHost(tx, hostId);
    const others = (await metadata.listInstances(tx, { hostId })).filter(({ state }) => state !== 'decommissioned');
    if (host.paths.length === 0 && others.length === 0 && (await mayForget(hostId)))
      await metadata.removeHost(tx, hostId, source);
  }
}
