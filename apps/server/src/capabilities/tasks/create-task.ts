import type { Plan } from '@myriad/runbook';
import type { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Tx } from '../../platform/database/schema.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import { type CreateTaskOptions, findChild, insertTask } from './store/insert-task.ts';

export type { CreateTaskOptions } from './store/insert-task.ts';

/** Rows of a task and its steps, and the outbox entry that starts it, in the caller's transaction. */
export async function createTask(
  { clock, outbox }: { readonly clock: Clock; readonly outbox: Outbox },
  tx: Tx,
  plan: Plan,
  options: CreateTaskOptions = {},
): Promise<{ readonly id: string }> {
  const { parentId, childKey } = options;
  if (parentId !== undefined && childKey !== undefined) {
    const found = await findChild(tx, parentId, childKey);
    if (found) return found;
  }
  const id = newId();
  const at = clock.now();
  await insertTask(tx, id, plan, options, at);
  await outbox.enqueue(tx, 'task.start', { taskId: id });
  return { id };
}
