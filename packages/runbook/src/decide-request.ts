import { mayHaveChanged, type TraitsOf, undoFailed } from './decide.ts';
import { runErrors } from './run-errors.ts';
import { type Change, hasEnded, type RequestKind, type RunRequest, type RunStep, type RunTask } from './run-state.ts';

/** Why a decision cannot be taken now; codes as the API answers them. */
export type RequestRefusal =
  | 'TASK_ENDED'
  | 'TASK_NOT_PAUSED'
  | 'TASK_NOTHING_FAILED'
  | 'STEP_NOT_FAILED'
  | 'STEP_NOT_SKIPPABLE'
  | 'TASK_NOTHING_TO_UNDO'
  | 'TASK_ALREADY_UNDOING'
  | 'TASK_NOT_RUNNING';

const retryable = (step: RunStep) => step.state === 'failed' || step.state === 'cancelled' || step.state === 'undone';

/** May this be asked of the task now? The button, the guard and the runner use this one function. */
export function mayRequest(
  task: RunTask,
  kind: RequestKind,
  stepId: string | undefined,
  traitsOf: TraitsOf,
): RequestRefusal | undefined {
  if (hasEnded(task.state)) return 'TASK_ENDED';
  const named = task.steps.filter((step) => stepId === undefined || step.call.id === stepId);
  switch (kind) {
    case 'retry': {
      if (task.state === 'paused' && stepId === undefined) return undefined;
      // A step that failed can be tried again while others still run; anything else waits for the pause.
      const found = named.some(task.state === 'running' ? (step) => step.state === 'failed' : retryable);
      if (task.state !== 'paused' && task.state !== 'running') return 'TASK_NOT_PAUSED';
      return found ? undefined : stepId === undefined ? 'TASK_NOTHING_FAILED' : 'STEP_NOT_FAILED';
    }
    case 'skip': {
      if (task.state !== 'paused' && task.state !== 'running') return 'TASK_NOT_PAUSED';
      const failed = named.filter((step) => step.state === 'failed' && !undoFailed(step));
      if (failed.length === 0) return stepId === undefined ? 'TASK_NOTHING_FAILED' : 'STEP_NOT_FAILED';
      return failed.every((step) => traitsOf(step).skippable) ? undefined : 'STEP_NOT_SKIPPABLE';
    }
    case 'undo':
      if (task.state === 'undoing') return 'TASK_ALREADY_UNDOING';
      if (task.state !== 'paused') return 'TASK_NOT_PAUSED';
      return task.steps.some((step) => mayHaveChanged(step, traitsOf(step))) ? undefined : 'TASK_NOTHING_TO_UNDO';
    case 'abort':
      return task.state === 'paused' ? undefined : 'TASK_NOT_PAUSED';
    case 'cancel':
      return task.state === 'paused' ? 'TASK_NOT_RUNNING' : undefined;
  }
}

/**
 * What a decision changes; before a cancel is decided, whatever runs has been ended.
 * Refused requests are marked handled and change nothing else.
 */
export function decideRequest(
  task: RunTask,
  request: RunRequest,
  traitsOf: TraitsOf,
  now: number,
): { readonly change: Change; readonly refused?: RequestRefusal } {
  const handled = { handled: [request.id] };
  const refused = mayRequest(task, request.kind, request.stepId, traitsOf);
  if (refused) return { change: handled, refused };
  const named = task.steps.filter((step) => request.stepId === undefined || step.call.id === request.stepId);
  const patchAll = (steps: readonly RunStep[], patch: (step: RunStep) => object) =>
    steps.map((step) => ({ id: step.call.id, patch: patch(step) }));
  switch (request.kind) {
    case 'retry': {
      // Not begun yet (its plan could not be checked): back to the very start.
      if (task.startedAt === undefined) return { change: { ...handled, task: { state: 'queued', error: undefined } } };
      const again = named.filter(task.state === 'running' ? (step) => step.state === 'failed' : retryable);
      return {
        change: {
          ...handled,
          task: { state: 'running', error: undefined },
          steps: patchAll(again, () => ({ state: 'pending', failures: 0, error: undefined, wakeAt: undefined })),
        },
      };
    }
    case 'skip':
      return {
        change: {
          ...handled,
          task: { state: 'running', error: undefined },
          steps: patchAll(
            named.filter((step) => step.state === 'failed' && !undoFailed(step)),
            () => ({ state: 'skipped', endedAt: now, wakeAt: undefined }),
          ),
        },
      };
    case 'undo':
      return {
        change: {
          ...handled,
          task: { state: 'undoing', error: undefined },
          steps: patchAll(task.steps.filter(undoFailed), () => ({ error: undefined, failures: 0 })),
        },
      };
    case 'abort': {
      const left = task.steps.filter((step) => mayHaveChanged(step, traitsOf(step))).map((step) => step.call.id);
      return {
        change: {
          ...handled,
          task: {
            state: task.error?.code === 'TASK_CANCELLED' ? 'cancelled' : 'failed',
            endedAt: now,
            error: task.error && left.length === 0 ? task.error : runErrors.aborted(left),
          },
        },
      };
    }
    case 'cancel':
      if (task.startedAt === undefined)
        return { change: { ...handled, task: { state: 'cancelled', endedAt: now, error: runErrors.cancelled } } };
      return {
        change: {
          ...handled,
          task: { state: 'paused', error: runErrors.cancelled },
          steps: patchAll(
            task.steps.filter(
              (step) => step.state === 'running' || step.state === 'waiting' || step.state === 'undoing',
            ),
            () => ({ state: 'cancelled', endedAt: now, wakeAt: undefined }),
          ),
        },
      };
  }
}
