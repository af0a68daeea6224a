import { codeOf, runErrors } from './run-errors.ts';
import type { Change, RunTask } from './run-state.ts';
import type { LockHolder, RunStore } from './run-store.ts';
import { type StepError, StepFailure } from './step.ts';
import type { AnyTask } from './task.ts';
import type { Words } from './words.ts';

/** How a refusal to plan reads; given by who knows the words of its codes. */
export type ExplainRefusal = (thrown: unknown) => Words | undefined;

/**
 * Before the first step: may it begin now? Then hold every lock, then look again whether the approved plan is still the plan.
 * Returns what to write; the locks themselves are already taken (or the wait is written down) by the store.
 */
export async function beginTask<Tx, P>(
  environment: {
    readonly store: RunStore<Tx>;
    readonly tasks: ReadonlyMap<string, AnyTask<P>>;
    readonly ports: P;
    readonly explain?: ExplainRefusal | undefined;
    readonly now: () => number;
  },
  task: RunTask,
): Promise<Change> {
  const { store, tasks, ports, now } = environment;
  const hold = await store.holdBack?.(task.id);
  if (hold) return task.state === 'waiting' && hold.isKnown ? {} : heldChange(hold.words, now());
  const holders = await store.acquireLocks(task.id, task.locks);
  if (holders.length > 0) return task.state === 'waiting' ? {} : waitingChange(holders, now());
  const definition = tasks.get(task.kind);
  if (!definition) return failedChange(runErrors.taskKindUnknown(task.kind), now());
  try {
    const plan = await definition.planFor(ports, task.input);
    if (plan.hash !== task.planHash) return failedChange(runErrors.planChanged, now());
  } catch (thrown) {
    const code = thrown instanceof StepFailure ? thrown.error.code : codeOf(thrown);
    const words = thrown instanceof StepFailure ? thrown.error.words : environment.explain?.(thrown);
    if (code !== undefined && words !== undefined) return failedChange(runErrors.planRefused(code, words), now());
    const error = runErrors.planCheckFailed(thrown instanceof Error ? thrown.message : String(thrown));
    return { task: { state: 'paused', error }, events: [taskEvent(now(), 'paused', error)] };
  }
  return { task: { state: 'running', startedAt: now() }, events: [{ at: now(), type: 'task', state: 'running' }] };
}

const heldChange = (words: Words, at: number): Change => ({
  task: { state: 'waiting' },
  events: [{ at, type: 'task', state: 'waiting', words }],
});

const waitingChange = (holders: readonly LockHolder[], at: number): Change => ({
  task: { state: 'waiting' },
  events: [
    {
      at,
      type: 'task',
      state: 'waiting',
      words: {
        en: `Waits for ${holders.map(({ taskId, resource }) => `task ${taskId}, which holds ${resource}`).join('; ')}.`,
        zh: `等待${holders.map(({ taskId, resource }) => `任务 ${taskId}（占用 ${resource}）`).join('、')}。`,
      },
    },
  ],
});

export const taskEvent = (at: number, state: string, error?: StepError) => ({
  at,
  type: 'task' as const,
  state,
  ...(error ? { level: 'error' as const, words: error.words } : {}),
});

const failedChange = (error: StepError, at: number): Change => ({
  task: { state: 'failed', error, endedAt: at },
  events: [taskEvent(at, 'failed', error)],
});
