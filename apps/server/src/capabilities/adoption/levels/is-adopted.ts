import type { Reader } from '../../../platform/database/schema.ts';
import type { InstanceRecord, Metadata } from '../../metadata/index.ts';

export const livingOf = async (metadata: Metadata, db: Reader, clusterId: string): Promise<readonly InstanceRecord[]> =>
  (await metadata.listInstances(db, { clusterId })).filter(({ state }) => state !== 'decommissioned');

/** Deployed by somebody else: no package of ours stands behind it. */
export const isAdopted = (instances: readonly InstanceRecord[]): boolean =>
  instances.some(({ packageId }) => packageId === null);
