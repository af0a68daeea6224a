import type { JsonObject } from './json.ts';
import type { StepCall } from './plan.ts';
import type { Progress, StepError } from './step.ts';
import type { Words } from './words.ts';

/**
 * `queued` not begun · `waiting` for a lock · `running` · `paused` for a person · `undoing`;
 * ended: `done` · `failed` · `cancelled` · `undone`.
 */
export type RunState =
  | 'queued'
  | 'waiting'
  | 'running'
  | 'paused'
  | 'undoing'
  | 'done'
  | 'failed'
  | 'cancelled'
  | 'undone';

/** `waiting` = the next try comes at `wakeAt`. A detached step between two looks is `running` with a `wakeAt`. */
export type RunStepState =
  | 'pending'
  | 'running'
  | 'waiting'
  | 'done'
  | 'failed'
  | 'skipped'
  | 'undoing'
  | 'undone'
  | 'cancelled';

export interface RunStep {
  readonly call: StepCall;
  readonly state: RunStepState;
  /** Bodies begun so far, over crashes and retries. */
  readonly attempt: number;
  /** Known ends without success so far; part of the job key. */
  readonly round: number;
  /** Failures since the step was last told to begin afresh; compared with the retry policy. */
  readonly failures: number;
  /** True from just before its `run` or `start` was first called: what it finds already there before that is not ours to undo. */
  readonly touched: boolean;
  readonly startedAt?: number | undefined;
  readonly endedAt?: number | undefined;
  readonly wakeAt?: number | undefined;
  /** Detached work must be over by then. */
  readonly deadlineAt?: number | undefined;
  readonly handle?: JsonObject | undefined;
  readonly result?: JsonObject | undefined;
  readonly error?: StepError | undefined;
  readonly progress?: Progress | undefined;
  readonly path?: string | undefined;
}

export type RequestKind = 'retry' | 'skip' | 'undo' | 'abort' | 'cancel';

/** A person's decision, stored first, acted on by the next drive. */
export interface RunRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly stepId?: string | undefined;
  readonly by: string;
}

export interface RunTask {
  readonly id: string;
  readonly kind: string;
  readonly input: JsonObject;
  readonly planHash: string;
  readonly locks: readonly string[];
  readonly atOnce?: number | undefined;
  readonly state: RunState;
  readonly createdAt: number;
  /** Set when its locks are held and its plan is checked: from then on steps may have run. */
  readonly startedAt?: number | undefined;
  readonly endedAt?: number | undefined;
  readonly error?: StepError | undefined;
  readonly steps: readonly RunStep[];
  /** Not yet handled, oldest first. */
  readonly requests: readonly RunRequest[];
}

export type TaskPatch = Partial<Pick<RunTask, 'state' | 'startedAt' | 'endedAt' | 'error'>>;
export type StepPatch = Partial<Omit<RunStep, 'call'>>;

/** One try of one step; written again with the same `attempt` to complete it. */
export interface AttemptPatch {
  readonly stepId: string;
  readonly attempt: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** `interrupted`: the process died under it, or was stopped. */
  readonly outcome?: 'done' | 'failed' | 'cancelled' | 'undone' | 'interrupted';
  readonly error?: StepError;
  readonly path?: string;
  readonly hops?: readonly { readonly name: string; readonly milliseconds: number }[];
}

export interface RunEvent {
  readonly at: number;
  readonly type: 'task' | 'step' | 'log' | 'progress';
  readonly stepId?: string;
  readonly state?: string;
  readonly level?: 'info' | 'warning' | 'error';
  readonly words?: Words;
  readonly progress?: Progress;
}

/** Everything that changes together. A key present with the value `undefined` clears the field. */
export interface Change {
  readonly task?: TaskPatch;
  readonly steps?: readonly { readonly id: string; readonly patch: StepPatch }[];
  readonly attempts?: readonly AttemptPatch[];
  readonly events?: readonly RunEvent[];
  /** Ids of requests that were acted on (or came too late). */
  readonly handled?: readonly string[];
}

const ended: ReadonlySet<RunState> = new Set(['done', 'failed', 'cancelled', 'undone']);
export const hasEnded = (state: RunState): boolean => ended.has(state);

/** The task after the change, as a store would load it. */
export function applyChange(task: RunTask, change: Change): RunTask {
  const patches = new Map(change.steps?.map(({ id, patch }) => [id, patch]));
  return {
    ...task,
    ...change.task,
    steps:
      patches.size === 0
        ? task.steps
        : task.steps.map((step) => {
            const patch = patches.get(step.call.id);
            return patch ? { ...step, ...patch } : step;
          }),
    requests: change.handled ? task.requests.filter(({ id }) => !change.handled?.includes(id)) : task.requests,
  };
}

/** One change in place of several, in their order: of the same step or attempt the later wins field by field. */
export const mergeChanges = (...changes: readonly Change[]): Change => ({
  ...(changes.some((c) => c.task) ? { task: Object.assign({}, ...changes.map((c) => c.task)) as TaskPatch } : {}),
  steps: mergeSteps(changes.flatMap((c) => c.steps ?? [])),
  attempts: changes.flatMap((c) => c.attempts ?? []),
  events: changes.flatMap((c) => c.events ?? []),
  handled: changes.flatMap((c) => c.handled ?? []),
});

function mergeSteps(steps: NonNullable<Change['steps']>): NonNullable<Change['steps']> {
  const patches = new Map<string, StepPatch>();
  for (const { id, patch } of steps) patches.set(id, { ...patches.get(id), ...patch });
  return [...patches].map(([id, patch]) => ({ id, patch }));
}
