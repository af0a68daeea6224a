import { z } from 'zod';
import { Ability, endpoint, PageQuery, pageOf, Time, Words } from './endpoint.ts';
import { text } from './text.ts';

export const TaskState = z.enum([
  'queued',
  'waiting',
  'running',
  'paused',
  'undoing',
  'done',
  'failed',
  'cancelled',
  'undone',
]);
export type TaskState = z.infer<typeof TaskState>;
export const StepState = z.enum([
  'pending',
  'running',
  'waiting',
  'done',
  'failed',
  'skipped',
  'undoing',
  'undone',
  'cancelled',
]);
export type StepState = z.infer<typeof StepState>;
export const Effect = z.enum(['read', 'reversible', 'irreversible', 'record']);

export const StepProgress = z.object({
  done: z.number(),
  total: z.number().optional(),
  unit: z.enum(['bytes', 'rows', 'items', 'seconds', 'transactions']),
  note: Words.optional(),
});

export const StepErrorView = z.object({
  code: z.string(),
  words: Words,
  next: Words.optional(),
  retryable: z.boolean(),
});

export const PlanStep = z
  .object({
    id: z.string(),
    step: z.string(),
    title: Words,
    effect: Effect,
    target: z.string().optional(),
    after: z.array(z.string()),
    input: z.record(z.string(), z.unknown()),
    hasUndo: z.boolean(),
  })
  .meta({ id: 'PlanStep' });

export const PlanView = z
  .object({ kind: z.string(), title: Words, hash: z.string(), locks: z.array(z.string()), steps: z.array(PlanStep) })
  .meta({ id: 'Plan' });
export type PlanView = z.infer<typeof PlanView>;

/** A step that runs a task per target: in waves, stopping at too many failures. A retry takes up only what failed. */
export const FanOutView = z
  .object({
    waveSize: z.number().int().optional(),
    atOnce: z.number().int().optional(),
    /** More failures than this over all waves: nothing new begins. */
    maxFailures: z.number().int(),
    /** More than this within one wave: neither in it nor after it. */
    maxFailuresPerWave: z.number().int().optional(),
    targets: z.array(
      z.object({
        target: z.string(),
        /** From 1. */
        wave: z.number().int(),
        state: z.enum(['pending', 'running', 'paused', 'done', 'failed']),
        /** Its latest task. */
        taskId: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'FanOut' });

export const TaskStepView = z
  .object({
    ...PlanStep.shape,
    state: StepState,
    attempt: z.number().int(),
    startedAt: Time.optional(),
    endedAt: Time.optional(),
    /** When a waiting step goes on: retry or next look. */
    wakeAt: Time.optional(),
    progress: StepProgress.optional(),
    error: StepErrorView.optional(),
    path: z.string().optional(),
    fanOut: FanOutView.optional(),
  })
  .meta({ id: 'TaskStep' });
export type TaskStepView = z.infer<typeof TaskStepView>;

export const TaskSummary = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: Words,
    state: TaskState,
    ticketId: z.string().optional(),
    parentId: z.string().optional(),
    createdAt: Time,
    startedAt: Time.optional(),
    endedAt: Time.optional(),
    stepsDone: z.number().int(),
    stepsTotal: z.number().int(),
    /** Whom it waits for, when another task holds what it needs. */
    waitsFor: z.array(z.object({ resource: z.string(), taskId: z.string() })),
    error: StepErrorView.optional(),
  })
  .meta({ id: 'TaskSummary' });
export type TaskSummary = z.infer<typeof TaskSummary>;

export const TaskView = z
  .object({
    ...TaskSummary.shape,
    planHash: z.string(),
    locks: z.array(z.string()),
    steps: z.array(TaskStepView),
    abilities: z.object({ retry: Ability, skip: Ability, undo: Ability, abort: Ability, cancel: Ability }),
  })
  .meta({ id: 'Task' });
export type TaskView = z.infer<typeof TaskView>;

/** One line of a task's live log and state; `seq` grows by task and is the SSE event id. */
export const TaskEvent = z
  .object({
    seq: z.number().int(),
    at: Time,
    type: z.enum(['task', 'step', 'log', 'progress']),
    stepId: z.string().optional(),
    state: z.string().optional(),
    level: z.enum(['info', 'warning', 'error']).optional(),
    words: Words.optional(),
    progress: StepProgress.optional(),
  })
  .meta({ id: 'TaskEvent' });
export type TaskEvent = z.infer<typeof TaskEvent>;

export const listTasks = endpoint({
  id: 'task.list',
  scope: 'within',
  method: 'GET',
  path: '/api/tasks',
  summary: 'Tasks, newest first',
  query: PageQuery.extend({
    state: TaskState.optional(),
    ticketId: z.string().optional(),
    parentId: z.string().optional(),
    /** About this instance, or its whole cluster. */
    instanceId: z.string().max(64).optional(),
    /** About this cluster, or one of its instances. */
    clusterId: z.string().max(64).optional(),
  }),
  response: pageOf(TaskSummary),
});

export const getTask = endpoint({
  id: 'task.get',
  method: 'GET',
  path: '/api/tasks/:taskId',
  summary: 'One task with its steps',
  params: z.object({ taskId: z.string() }),
  response: TaskView,
  problems: ['TASK_NOT_FOUND'],
});

/** Also served as server-sent events at `/api/tasks/:taskId/events/stream` (resumable by Last-Event-ID). */
export const listTaskEvents = endpoint({
  id: 'task.events',
  method: 'GET',
  path: '/api/tasks/:taskId/events',
  summary: 'Log lines and state changes of a task, oldest first',
  params: z.object({ taskId: z.string() }),
  query: z.object({
    after: z.coerce.number().int().default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(500),
  }),
  response: z.object({ items: z.array(TaskEvent) }),
  problems: ['TASK_NOT_FOUND'],
});

/** Which refusals the abilities of a task give as their reason: see `taskProblems`. */
export { taskProblems } from './task-problems.ts';

/** What a person decides about a task: retry / skip / undo / abort a paused one, cancel a running one. */
export const decideTask = endpoint({
  id: 'task.decide',
  method: 'POST',
  path: '/api/tasks/:taskId/decisions',
  summary: 'Retry, skip, undo, abort or cancel',
  params: z.object({ taskId: z.string() }),
  body: z.object({
    decision: z.enum(['retry', 'skip', 'undo', 'abort', 'cancel']),
    stepId: z.string().optional(),
    reason: text(500).optional(),
    /** With `cancel`: undo what was done as soon as everything has stopped. */
    thenUndo: z.boolean().default(false),
  }),
  response: TaskView,
  problems: [
    'TASK_NOT_FOUND',
    'TASK_NOT_YOURS',
    'TASK_STATE',
    'TASK_ENDED',
    'TASK_NOT_PAUSED',
    'TASK_NOT_RUNNING',
    'TASK_NOTHING_FAILED',
    'STEP_NOT_FAILED',
    'STEP_NOT_SKIPPABLE',
    'TASK_NOTHING_TO_UNDO',
    'TASK_ALREADY_UNDOING',
  ],
});
