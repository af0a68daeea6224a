import type { Tx } from '../../platform/database/schema.ts';
import type { Metadata } from './metadata.ts';
import type { EntityKind } from './records.ts';

type Locks = Pick<Metadata, 'lockHost' | 'lockInstance' | 'lockCluster' | 'lockApplication'>;

/** Holds the record of any dimension until the transaction ends. @throws ProblemError HOST_NOT_FOUND … */
export async function lockRecord(metadata: Locks, tx: Tx, entity: EntityKind, id: string): Promise<void> {
  if (entity === 'host') await metadata.lockHost(tx, id);
  else if (entity === 'instance') await metadata.lockInstance(tx, id);
  else if (entity === 'cluster') await metadata.lockCluster(tx, id);
  else await metadata.lockApplication(tx, id);
}
