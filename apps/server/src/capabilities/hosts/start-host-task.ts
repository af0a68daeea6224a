import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { Tasks } from '../tasks/index.ts';
import type { HostParts } from './parts.ts';
import { mayManageHosts } from './policy.ts';

/** What starting tasks needs besides. */
export type HostTaskParts = HostParts & { readonly tasks: Pick<Tasks, 'planTask' | 'createTask'> };

/** Plans and starts a task that only looks at hosts: no ticket, but an audit row in the same transaction. */
export async function startHostTask(
  { db, tasks }: HostTaskParts,
  actor: Actor,
  kind: 'hosts.check' | 'hosts.run-action',
  input: unknown,
  note: (tx: Tx, taskId: string) => Promise<void>,
): Promise<{ taskId: string }> {
  requireAllowed(mayManageHosts(actor));
  const plan = await tasks.planTask(kind, input);
  return inTransaction(db, async (tx) => {
    const { id } = await tasks.createTask(tx, plan, { createdBy: actor.id });
    await note(tx, id);
    return { taskId: id };
  });
}
