import type { Reader } from '../../platform/database/schema.ts';
import { findOwners, type OwnerFound } from '../auth/index.ts';
import { selectClusters } from './store/clusters.ts';

/** Who owns the application of a cluster; undefined: none, or somebody nobody here knows. */
export async function findOwner(db: Reader, clusterId: string): Promise<OwnerFound | undefined> {
  const name = (await selectClusters(db, [clusterId])).get(clusterId)?.owner ?? '';
  return (await findOwners(db, [name]))(name);
}
