import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { StandardParts } from './parts.ts';
import { mayCheck } from './policy.ts';

/** Looking needs no ticket. @throws ProblemError CLUSTER_NOT_FOUND, NOT_AN_OPERATOR */
export async function startCheck(
  { db, tasks }: Pick<StandardParts, 'db' | 'tasks'>,
  actor: Actor,
  clusterIds: readonly string[],
  audit: (tx: Tx, taskId: string) => Promise<void>,
): Promise<string> {
  requireAllowed(mayCheck(actor));
  const plan = await tasks.planTask('standards.check', { clusterIds });
  return inTransaction(db, async (tx) => {
    const { id } = await tasks.createTask(tx, plan);
    await audit(tx, id);
    return id;
  });
}
