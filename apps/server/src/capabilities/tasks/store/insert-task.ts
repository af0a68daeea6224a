import type { Plan } from '@myriad/runbook';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { subjectsOf } from '../../metadata/index.ts';
import { addTaskSubjects } from './subjects.ts';

export interface CreateTaskOptions {
  readonly ticketId?: string;
  readonly parentId?: string;
  /** With `parentId`: the same key twice finds the first task instead of making another. */
  readonly childKey?: string;
  readonly scheduleId?: string;
  /** The person whose decision it was; absent for scheduled work. */
  readonly createdBy?: string;
}

/** The child of this parent under this key, if it was made already. */
export const findChild = (db: Reader, parentId: string, childKey: string) =>
  db
    .selectFrom('task')
    .select('id')
    .where('parent_id', '=', parentId)
    .where('child_key', '=', childKey)
    .executeTakeFirst();

/** Children whose key begins so. */
export async function listChildren(db: Reader, parentId: string, prefix: string) {
  const rows = await db
    .selectFrom('task')
    .select(['id', 'child_key', 'state'])
    .where('parent_id', '=', parentId)
    .execute();
  return rows.filter((row) => row.child_key?.startsWith(prefix));
}

/** Rows of a task, its first event and its steps. */
export async function insertTask(
  tx: Tx,
  id: string,
  plan: Plan,
  options: CreateTaskOptions,
  at: number,
): Promise<void> {
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
      parent_id: options.parentId ?? null,
      child_key: options.childKey ?? null,
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
  await addTaskSubjects(tx, id, subjectsOf(plan.input, plan.locks));
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
