import type { Db } from '../../platform/database/schema.ts';
import type { Metadata } from '../metadata/index.ts';

/** The least of the rights there are: *observe*, or what a cluster that the platform deployed has for looking. */
export async function accountFor(
  { db, metadata }: { readonly db: Db; readonly metadata: Metadata },
  clusterId: string | null,
): Promise<'observe' | 'monitor'> {
  if (clusterId === null) return 'monitor';
  return (await metadata.findAccount(db, clusterId, 'observe')) ? 'observe' : 'monitor';
}
