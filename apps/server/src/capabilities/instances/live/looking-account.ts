import type { InstancePorts } from '../ports.ts';

/** The least of the rights there are: *observe*, or what a cluster that the platform deployed has for looking. */
export async function lookingAccount(
  { db, metadata }: { readonly db: InstancePorts['db']; readonly metadata: InstancePorts['metadata'] },
  clusterId: string | null,
): Promise<'observe' | 'monitor'> {
  if (clusterId === null) return 'monitor';
  return (await metadata.findAccount(db, clusterId, 'observe')) ? 'observe' : 'monitor';
}
