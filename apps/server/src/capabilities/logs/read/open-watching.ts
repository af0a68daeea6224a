import type { MysqlSession } from '@myriad/paths';
import type { InstanceRecord } from '../../metadata/index.ts';
import type { LogParts } from '../parts.ts';

/** With the least of the rights there are: *observe*, or what a cluster that the platform deployed has for looking. */
export async function openWatching(
  { access, db, metadata }: LogParts,
  { id, clusterId }: InstanceRecord,
  signal: AbortSignal,
): Promise<MysqlSession> {
  const observes = clusterId !== null && (await metadata.findAccount(db, clusterId, 'observe')) !== undefined;
  return access.openInstance(id, { as: observes ? 'observe' : 'monitor', signal });
}
