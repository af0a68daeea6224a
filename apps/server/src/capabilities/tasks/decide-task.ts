import type { RequestKind } from '@myriad/runbook';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { mayDecideTask } from './policy.ts';
import { insertRequest } from './store/insert-request.ts';
import { loadRun } from './store/load-run.ts';
import type { TaskParts } from './task-parts.ts';
import { getVisibleTask } from './view-task.ts';

export interface TaskDecision {
  readonly decision: RequestKind;
  readonly stepId?: string | undefined;
  readonly reason?: string | undefined;
  readonly thenUndo?: boolean | undefined;
}

/**
 * Stores the decision; the next drive acts on it, also after a crash. `note` writes the audit row in the same transaction.
 * Refusals: TASK_NOT_FOUND, TASK_NOT_YOURS, and what the task's state does not allow.
 */
export async function decideTask(
  parts: TaskParts,
  actor: Actor,
  taskId: string,
  { decision, stepId, reason, thenUndo }: TaskDecision,
  note: (tx: Tx) => Promise<void>,
): Promise<void> {
  await getVisibleTask(parts, actor, taskId);
  await inTransaction(parts.db, async (tx) => {
    const run = await loadRun(tx, taskId);
    if (!run) throw new ProblemError('TASK_NOT_FOUND');
    if (stepId !== undefined && !run.steps.some((step) => step.call.id === stepId))
      throw new ProblemError('STEP_NOT_FAILED');
    requireAllowed(mayDecideTask(actor, run, decision, stepId, parts.traitsOf));
    const kinds: RequestKind[] = decision === 'cancel' && thenUndo ? ['cancel', 'undo'] : [decision];
    const at = parts.clock.now();
    for (const kind of kinds) await insertRequest(tx, { taskId, kind, stepId, by: actor.name, reason, at });
    await note(tx);
    await parts.outbox.enqueue(tx, 'task.start', { taskId });
  });
  parts.poke(taskId);
}
