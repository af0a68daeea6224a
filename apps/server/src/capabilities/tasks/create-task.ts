import type { Plan } from '@myriad/runbook';
import type { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Tx } from '../../platform/database/schema.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';

export interface CreateTaskOptions {
  readonly ticketId?: string;
  readonly parentId?: string;
  /** With `parentId`: the same key twice finds the first task instead of making another. */
  readonly childKey?: string;
  readonly scheduleId?: string;
  /** The person whose decision it was; absent for scheduled work. */
  readonly createdBy?: string;
}

/** Rows of a task and its steps, and the outbox entry that starts it, in the caller's transaction. */
export async function createTask(
  { clock, outbox }: { readonly clock: Clock; readonly outbox: Outbox },
  tx: Tx,
  plan: Plan,
  options: CreateTaskOptions = {},
): Promise<{ readonly id: string }> {
  const { parentId, childKey } = options;
  if (parentId !== undefined && childKey !== undefined) {
    const found = await tx
      .selectFrom('task')
      .select('id')
      .where('parent_id', '=', parentId)
      .where('child_key', '=', childKey)
      .executeTakeFirst();
    if (found) return found;
  }
  const id = newId();
  const at = clock.now();
  await tx
    .insertInto('task')
    .values({
      id,
      kind: plan.kind,
      title: JSON.stringify(plan.title),
      input: JSON.stringify(plan.input),
      plan_hash: plan.hash,
      locks: JSON.stringify(plan.locks),
      at_once: plan.atOnce ?? null,
      state: 'queued',
      error: null,
      ticket_id: options.ticketId ?? null,
      parent_id: parentId ?? null,
      child_key: childKey ?? null,
      schedule_id: options.scheduleId ?? null,
      created_by: options.createdBy ?? null,
      created_at: at,
      started_at: null,
      ended_at: null,
      event_seq: 1,
    })
    .execute();
  await tx
    .insertInto('task_event')
    .values({
      task_id: id,
      seq: 1,
      at,
      type: 'task',
      step_id: null,
      state: 'queued',
      level: null,
      words: null,
      progress: null,
    })
    .execute();
  await insertSteps(tx, id, plan);
  await outbox.enqueue(tx, 'task.start', { taskId: id });
  return { id };
}

const rowsPerInsert = 50;

async function insertSteps(tx: Tx, taskId: string, plan: Plan): Promise<void> {
  const rows = plan.calls.map((call, position) => ({
    task_id: taskId,
    step_id: call.id,
    position,
    step: call.step,
    input: JSON.stringify(call.input),
    target: call.target ?? null,
    waits_for: JSON.stringify(call.after),
    state: 'pending',
    attempt: 0,
    round: 0,
    failures: 0,
    touched: 0 as const,
    started_at: null,
    ended_at: null,
    wake_at: null,
    deadline_at: null,
    handle: null,
    result: null,
    error: null,
    progress: null,
    path: null,
  }));
  for (let at = 0; at < rows.length; at += rowsPerInsert)
    await tx
      .insertInto('task_step')
      .values(rows.slice(at, at + rowsPerInsert))
      .execute();
}
