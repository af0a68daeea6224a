import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Db, Tx } from '../../../platform/database/schema.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { type Metadata, mayChangeMetadata } from '../../metadata/index.ts';
import type { Tasks } from '../../tasks/index.ts';

export interface DeepLookParts {
  readonly db: Db;
  readonly metadata: Pick<Metadata, 'lockCluster'>;
  readonly tasks: Pick<Tasks, 'planTask' | 'createTask' | 'findOpenTwin'>;
}

/**
 * Looking needs no ticket, but what it shows is theirs who operate. A look that waits or runs already is the answer: no server is
 * looked at deeply twice at once because somebody pressed twice. @throws ProblemError CLUSTER_NOT_FOUND, NOT_AN_OPERATOR
 */
export async function startDeepLook(
  { db, metadata, tasks }: DeepLookParts,
  actor: Actor,
  clusterId: string,
  audit: (tx: Tx, taskId: string) => Promise<void>,
): Promise<string> {
  requireAllowed(mayChangeMetadata(actor));
  const plan = await tasks.planTask('sweeps.portrait', { clusterIds: [clusterId] });
  return inTransaction(db, async (tx) => {
    await metadata.lockCluster(tx, clusterId);
    const id = (await tasks.findOpenTwin(tx, plan)) ?? (await tasks.createTask(tx, plan)).id;
    await audit(tx, id);
    return id;
  });
}
