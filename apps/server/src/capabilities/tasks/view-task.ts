import { type TaskSummary, type TaskView, taskProblems } from '@myriad/contract';
import type { RequestKind, RunState, RunTask, StepError } from '@myriad/runbook';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, abilityOf, requireAllowed } from '../../platform/policy/decision.ts';
import { runChildren, viewFanOut } from './children/run-children.ts';
import { mayDecideTask, maySeeTask } from './policy.ts';
import { listChildren } from './store/insert-task.ts';
import { fromColumn, jsonOf } from './store/json-column.ts';
import { countSteps, type TaskRow } from './store/list-tasks.ts';
import { findTaskRow, loadRun } from './store/load-run.ts';
import { listWaits } from './store/locks.ts';
import type { TaskParts } from './task-parts.ts';
import { viewCall } from './view-plan.ts';

type Waits = Awaited<ReturnType<typeof listWaits>>;

export function summaryOf(
  row: TaskRow,
  count: { readonly done: number; readonly total: number } | undefined,
  waits: Waits,
): TaskSummary {
  const error = fromColumn<StepError>(row.error);
  return {
    id: row.id,
    kind: row.kind,
    title: jsonOf(row.title),
    state: row.state as TaskSummary['state'],
    ...(row.ticket_id === null ? {} : { ticketId: row.ticket_id }),
    ...(row.parent_id === null ? {} : { parentId: row.parent_id }),
    createdAt: row.created_at,
    ...(row.started_at === null ? {} : { startedAt: row.started_at }),
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    stepsDone: count?.done ?? 0,
    stepsTotal: count?.total ?? 0,
    waitsFor:
      row.state === 'waiting'
        ? waits
            .filter((wait) => wait.taskId === row.id)
            .map(({ resource, holderTaskId }) => ({ resource, taskId: holderTaskId }))
        : [],
    ...(error === undefined ? {} : { error }),
  };
}

/** The row of a task this actor may see. Throws TASK_NOT_FOUND for any other. */
export async function getVisibleTask(
  { db, ownsTicket }: Pick<TaskParts, 'db' | 'ownsTicket'>,
  actor: Actor,
  taskId: string,
): Promise<TaskRow> {
  const row = await findTaskRow(db, taskId);
  if (!row) throw new ProblemError('TASK_NOT_FOUND');
  const own = row.ticket_id !== null && (await ownsTicket(db, actor, row.ticket_id));
  requireAllowed(maySeeTask(actor, own));
  return row;
}

/** A task with its steps and what this actor may decide about it. */
export async function viewTask(parts: TaskParts, actor: Actor, taskId: string): Promise<TaskView> {
  const { db, steps, traitsOf } = parts;
  const row = await getVisibleTask(parts, actor, taskId);
  const run = await loadRun(db, taskId);
  if (!run) throw new ProblemError('TASK_NOT_FOUND');
  const fansOut = run.steps.some(({ call }) => call.step === runChildren.step.name);
  const children = fansOut ? await listChildren(db, taskId, '') : [];
  const count = (await countSteps(db, [taskId])).get(taskId);
  const ability = (kind: RequestKind) => abilityOf(mayDecideTask(actor, run, kind, undefined, traitsOf), taskProblems);
  return {
    ...summaryOf(row, count, await listWaits(db, [taskId])),
    planHash: row.plan_hash,
    locks: jsonOf(row.locks),
    steps: run.steps.map((step) => ({ ...viewStep(steps, step), ...fanOutOf(step, children) })),
    abilities: {
      retry: ability('retry'),
      skip: ability('skip'),
      undo: ability('undo'),
      abort: ability('abort'),
      cancel: ability('cancel'),
    },
  };
}

function fanOutOf({ call }: RunTask['steps'][number], rows: Awaited<ReturnType<typeof listChildren>>) {
  if (call.step !== runChildren.step.name) return {};
  const children = rows.map((row) => ({ id: row.id, childKey: row.child_key ?? '', state: row.state as RunState }));
  const fanOut = viewFanOut(call.id, call.input, children);
  return fanOut ? { fanOut } : {};
}

function viewStep(steps: TaskParts['steps'], step: RunTask['steps'][number]): TaskView['steps'][number] {
  return {
    ...viewCall(steps, step.call),
    state: step.state,
    attempt: step.attempt,
    ...(step.startedAt === undefined ? {} : { startedAt: step.startedAt }),
    ...(step.endedAt === undefined ? {} : { endedAt: step.endedAt }),
    ...(step.wakeAt === undefined ? {} : { wakeAt: Math.round(step.wakeAt) }),
    ...(step.progress === undefined ? {} : { progress: step.progress }),
    ...(step.error === undefined ? {} : { error: step.error }),
    ...(step.path === undefined ? {} : { path: step.path }),
  };
}
