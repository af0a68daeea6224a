import type { AttemptPatch, Change, RunEvent, StepPatch, TaskPatch } from '@myriad/runbook';
import { type Expression, sql } from 'kysely';
import type { Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';
import { toColumn } from './json-column.ts';

/** Writes a change's rows; the transaction is the caller's. Events get the next numbers of their task. */
export async function appendChange(tx: Tx, taskId: string, change: Change, now: number): Promise<void> {
  const events = change.events ?? [];
  if (change.task || events.length > 0) {
    await tx
      .updateTable('task')
      .set({
        ...taskColumns(change.task ?? {}),
        event_seq: sql<number>`event_seq + ${events.length}` as Expression<number>,
      })
      .where('id', '=', taskId)
      .execute();
  }
  for (const { id, patch } of change.steps ?? []) {
    const columns = stepColumns(patch);
    if (Object.keys(columns).length === 0) continue;
    await tx.updateTable('task_step').set(columns).where('task_id', '=', taskId).where('step_id', '=', id).execute();
  }
  for (const attempt of change.attempts ?? []) await writeAttempt(tx, taskId, attempt);
  if (events.length > 0) await insertEvents(tx, taskId, events);
  if (change.handled && change.handled.length > 0)
    await tx.updateTable('task_request').set({ handled_at: now }).where('id', 'in', change.handled).execute();
}

const given = <K extends string>(patch: object, key: K): boolean => key in patch;

function taskColumns(patch: TaskPatch) {
  return {
    ...(patch.state === undefined ? {} : { state: patch.state }),
    ...(given(patch, 'startedAt') ? { started_at: patch.startedAt ?? null } : {}),
    ...(given(patch, 'endedAt') ? { ended_at: patch.endedAt ?? null } : {}),
    ...(given(patch, 'error') ? { error: toColumn(patch.error) } : {}),
  };
}

function stepColumns(patch: StepPatch) {
  return {
    ...(patch.state === undefined ? {} : { state: patch.state }),
    ...(patch.attempt === undefined ? {} : { attempt: patch.attempt }),
    ...(patch.round === undefined ? {} : { round: patch.round }),
    ...(patch.failures === undefined ? {} : { failures: patch.failures }),
    ...(patch.touched === undefined ? {} : { touched: patch.touched ? (1 as const) : (0 as const) }),
    ...(given(patch, 'startedAt') ? { started_at: patch.startedAt ?? null } : {}),
    ...(given(patch, 'endedAt') ? { ended_at: patch.endedAt ?? null } : {}),
    ...(given(patch, 'wakeAt') ? { wake_at: patch.wakeAt === undefined ? null : Math.round(patch.wakeAt) } : {}),
    ...(given(patch, 'deadlineAt')
      ? { deadline_at: patch.deadlineAt === undefined ? null : Math.round(patch.deadlineAt) }
      : {}),
    ...(given(patch, 'handle') ? { handle: toColumn(patch.handle) } : {}),
    ...(given(patch, 'result') ? { result: toColumn(patch.result) } : {}),
    ...(given(patch, 'error') ? { error: toColumn(patch.error) } : {}),
    ...(given(patch, 'progress') ? { progress: toColumn(patch.progress) } : {}),
    ...(given(patch, 'path') ? { path: patch.path ?? null } : {}),
  };
}

async function writeAttempt(tx: Tx, taskId: string, patch: AttemptPatch): Promise<void> {
  const columns = {
    ...(patch.startedAt === undefined ? {} : { started_at: patch.startedAt }),
    ...(patch.endedAt === undefined ? {} : { ended_at: patch.endedAt }),
    ...(patch.outcome === undefined ? {} : { outcome: patch.outcome }),
    ...(patch.error === undefined ? {} : { error: toColumn(patch.error) }),
    ...(patch.path === undefined ? {} : { path: patch.path }),
    ...(patch.hops === undefined ? {} : { hops: toColumn(patch.hops) }),
  };
  if (Object.keys(columns).length === 0) return;
  await upsert(tx, 'step_attempt', { task_id: taskId, step_id: patch.stepId, attempt: patch.attempt }, columns);
}

const rowsPerInsert = 100;

/** The task's row was updated above, so it is held until the commit and the numbers cannot be given twice. */
async function insertEvents(tx: Tx, taskId: string, events: readonly RunEvent[]): Promise<void> {
  const rows = events.map((event, position) => ({
    task_id: taskId,
    seq: sql<number>`(select event_seq from task where id = ${taskId}) - ${events.length - position - 1}`,
    at: event.at,
    type: event.type,
    step_id: event.stepId ?? null,
    state: event.state ?? null,
    level: event.level ?? null,
    words: toColumn(event.words),
    progress: toColumn(event.progress),
  }));
  for (let at = 0; at < rows.length; at += rowsPerInsert)
    await tx
      .insertInto('task_event')
      .values(rows.slice(at, at + rowsPerInsert))
      .execute();
}
