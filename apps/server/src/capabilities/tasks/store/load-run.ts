import type { Progress, RunRequest, RunState, RunStep, RunStepState, RunTask, StepError } from '@myriad/runbook';
import type { Selectable } from 'kysely';
import type { Reader } from '../../../platform/database/schema.ts';
import type { TaskStepTable } from '../tables.ts';
import { fromColumn, jsonOf } from './json-column.ts';

export const findTaskRow = (db: Reader, id: string) =>
  db.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst();

export const listStepRows = (db: Reader, taskId: string) =>
  db.selectFrom('task_step').selectAll().where('task_id', '=', taskId).orderBy('position').execute();

export async function listOpenRequests(db: Reader, taskId: string): Promise<readonly RunRequest[]> {
  const rows = await db
    .selectFrom('task_request')
    .selectAll()
    .where('task_id', '=', taskId)
    .where('handled_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as RunRequest['kind'],
    by: row.by_name,
    ...(row.step_id === null ? {} : { stepId: row.step_id }),
  }));
}

/** A task as the runner sees it. */
export async function loadRun(db: Reader, id: string): Promise<RunTask | undefined> {
  const row = await findTaskRow(db, id);
  if (!row) return undefined;
  return {
    id: row.id,
    kind: row.kind,
    input: jsonOf(row.input),
    planHash: row.plan_hash,
    locks: jsonOf(row.locks),
    atOnce: row.at_once ?? undefined,
    state: row.state as RunState,
    createdAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    error: fromColumn<StepError>(row.error),
    steps: (await listStepRows(db, id)).map(runStepOf),
    requests: await listOpenRequests(db, id),
  };
}

export const runStepOf = (row: Selectable<TaskStepTable>): RunStep => ({
  call: {
    id: row.step_id,
    step: row.step,
    input: jsonOf(row.input),
    after: jsonOf(row.waits_for),
    ...(row.target === null ? {} : { target: row.target }),
  },
  state: row.state as RunStepState,
  attempt: row.attempt,
  round: row.round,
  failures: row.failures,
  touched: row.touched === 1,
  startedAt: row.started_at ?? undefined,
  endedAt: row.ended_at ?? undefined,
  wakeAt: row.wake_at ?? undefined,
  deadlineAt: row.deadline_at ?? undefined,
  handle: fromColumn(row.handle),
  result: fromColumn(row.result),
  error: fromColumn<StepError>(row.error),
  progress: fromColumn<Progress>(row.progress),
  path: row.path ?? undefined,
});
