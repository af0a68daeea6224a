import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Db, Tx } from '../../../platform/database/schema.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { mayChangeMetadata } from '../../metadata/index.ts';
import type { Tasks } from '../../tasks/index.ts';

/** Looking needs no ticket, but what it shows is theirs who operate. @throws ProblemError CLUSTER_NOT_FOUND, NOT_AN_OPERATOR */
export async function startDeepLook(
  { db, tasks }: { readonly db: Db; readonly tasks: Pick<Tasks, 'planTask' | 'createTask'> },
  actor: Actor,
  clusterId: string,
  audit: (tx: Tx, taskId: string) => Promise<void>,
): Promise<string> {
  requireAllowed(mayChangeMetadata(actor));
  const plan = await tasks.planTask('sweeps.portrait', { clusterIds: [clusterId] });
  return inTransaction(db, async (tx) => {
    const { id } = await tasks.createTask(tx, plan);
    await audit(tx, id);
    return id;
  });
}
