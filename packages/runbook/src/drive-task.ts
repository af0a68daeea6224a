import { beginTask, type ExplainRefusal, taskEvent } from './begin-task.ts';
import { decideForward, decideUndo, type Moves, mayHaveChanged } from './decide.ts';
import { decideRequest } from './decide-request.ts';
import { createLiveBodies } from './live-bodies.ts';
import type { RunClock } from './run-clock.ts';
import { runErrors } from './run-errors.ts';
import { type Change, hasEnded, type RunState, type RunStep } from './run-state.ts';
import type { RunStore } from './run-store.ts';
import type { DriveOutcome, LiveDrive, RunLog } from './runner.ts';
import type { AnyStep, StepError } from './step.ts';
import { traitsFrom } from './step-traits.ts';
import type { AnyTask } from './task.ts';
import { loadTaskView, type TaskView } from './task-view.ts';

export interface DriveEnvironment<P extends object, Tx> {
  readonly store: RunStore<Tx>;
  readonly steps: ReadonlyMap<string, AnyStep>;
  readonly tasks: ReadonlyMap<string, AnyTask<P>>;
  readonly ports: P;
  readonly clock: RunClock;
  readonly log: RunLog;
  readonly onTaskEnd?: ((taskId: string, state: RunState) => void) | undefined;
  readonly explain?: ExplainRefusal | undefined;
  readonly graceSeconds: number;
  readonly driveSeconds: number;
  readonly stuck: Set<string>;
  readonly isDraining: () => boolean;
}

/** A wait up to this long is spent inside the drive; a longer one is the engine's to keep. */
const shortWaitMilliseconds = 5000;

/** One drive of one task: goes on until everything left waits for time, a person, a lock or a restart. */
export function driveTask<P extends object, Tx>(
  environment: DriveEnvironment<P, Tx>,
  taskId: string,
  /** Called in the very moment after which a poke would no longer be heard. */
  over: () => void,
): LiveDrive {
  const cut = new AbortController();
  let bell = Promise.withResolvers<void>();
  const ring = () => bell.resolve();
  let requestsMayHaveCome = false;
  const poke = () => {
    requestsMayHaveCome = true;
    ring();
  };
  const shutDown = () => {
    cut.abort('shutdown');
    ring();
  };
  return { result: go(), poke, shutDown };

  async function go(): Promise<DriveOutcome> {
    try {
      for (;;) {
        const outcome = await once();
        if (outcome === 'ended' || cut.signal.aborted || !requestsMayHaveCome) return outcome;
      }
    } finally {
      over();
    }
  }

  async function once(): Promise<DriveOutcome> {
    requestsMayHaveCome = false;
    const view = await loadTaskView(environment.store, environment.clock, taskId, ring);
    if (!view) return 'ended';
    const traitsOf = traitsFrom(environment.steps);
    const bodies = createLiveBodies(environment, view, cut.signal, ring);
    const beganAt = environment.clock.now();
    try {
      for (;;) {
        bell = Promise.withResolvers<void>();
        bodies.throwIfBroken();
        if (requestsMayHaveCome) {
          requestsMayHaveCome = false;
          await view.reloadRequests();
        }
        const outcome = await move(view, bodies, traitsOf, beganAt);
        if (outcome !== undefined) return outcome;
      }
    } catch (thrown) {
      environment.log('error', 'drive-failed', { taskId, error: String(thrown) });
      throw thrown;
    } finally {
      await bodies.allEnded();
      await view.flush();
    }
  }

  async function move(
    view: TaskView,
    bodies: ReturnType<typeof createLiveBodies>,
    traitsOf: ReturnType<typeof traitsFrom>,
    beganAt: number,
  ): Promise<DriveOutcome | undefined> {
    const { clock } = environment;
    const task = view.task();
    if (hasEnded(task.state)) return 'ended';
    if (cut.signal.aborted) {
      await bodies.allEnded();
      return 'parked';
    }
    const request = task.requests[0];
    if (request) {
      if (request.kind === 'cancel' && task.startedAt !== undefined) await bodies.cancelAll();
      await act(view, decideRequest(view.task(), request, traitsOf, clock.now()).change, request.kind, request.by);
      return undefined;
    }
    if (task.state === 'paused') {
      await bodies.allEnded();
      return requestsMayHaveCome ? undefined : 'parked';
    }
    if (task.state === 'queued' || task.state === 'waiting') {
      if (environment.isDraining()) return 'parked';
      const change = await beginTask({ ...environment, now: () => clock.now() }, task);
      await act(view, change);
      return view.task().state === 'waiting' ? 'parked' : undefined;
    }
    const forward = task.state === 'running';
    const situation = { steps: task.steps, atOnce: task.atOnce, live: bodies.live(), now: clock.now() };
    const moves = forward ? decideForward(situation) : decideUndo(situation, traitsOf);
    if (moves.rest === 'finished') {
      await end(view, forward ? 'done' : 'undone');
      return 'ended';
    }
    if (moves.rest === 'stuck') {
      await pause(view, forward ? firstError(task.steps) : runErrors.undoStopped(leftOf(task.steps)));
      return undefined;
    }
    if (!environment.isDraining()) for (const id of moves.start) bodies.start(id, forward ? 'forward' : 'undo');
    else if (situation.live.size === 0) return 'parked';
    return rest(bodies, moves, beganAt);

    function leftOf(steps: readonly RunStep[]): readonly string[] {
      return steps.filter((step) => mayHaveChanged(step, traitsOf(step))).map((step) => step.call.id);
    }
  }

  /** Waits for the next thing to happen, here while it is near or bodies run, else in the engine. */
  async function rest(
    bodies: ReturnType<typeof createLiveBodies>,
    { wakeAt }: Moves,
    beganAt: number,
  ): Promise<DriveOutcome | undefined> {
    const { clock, driveSeconds } = environment;
    const now = clock.now();
    if (bodies.live().size === 0) {
      // Nothing runs and nothing waits: the state has just changed, decide again.
      if (wakeAt === undefined) return undefined;
      if (wakeAt - now > shortWaitMilliseconds || now - beganAt > driveSeconds * 1000) return { wakeAt };
    }
    const disarm = wakeAt === undefined ? undefined : clock.after(wakeAt - now, ring);
    await bell.promise;
    disarm?.();
    return undefined;
  }

  async function act(view: TaskView, change: Change, decision?: string, by?: string): Promise<void> {
    const told = change.task?.state;
    const events =
      told === undefined || change.events
        ? (change.events ?? [])
        : [
            {
              ...taskEvent(environment.clock.now(), told, change.task?.error),
              ...(decision ? { words: decisionWords(decision, by ?? '') } : {}),
            },
          ];
    await view.write({ ...change, events });
    if (told !== undefined && hasEnded(told)) environment.onTaskEnd?.(taskId, told);
  }

  function end(view: TaskView, state: 'done' | 'undone'): Promise<void> {
    return act(view, { task: { state, endedAt: environment.clock.now(), error: undefined } });
  }

  function pause(view: TaskView, error: StepError): Promise<void> {
    return act(view, { task: { state: 'paused', error } });
  }
}

const firstError = (steps: readonly RunStep[]): StepError =>
  steps.find((step) => step.state === 'failed')?.error ?? runErrors.cancelled;

const zhDecision: Readonly<Record<string, string>> = {
  retry: '重试',
  skip: '跳过',
  undo: '撤销',
  abort: '放弃',
  cancel: '取消',
};

const decisionWords = (decision: string, by: string) => ({
  en: `${by} decided: ${decision}.`,
  zh: `${by} 决定：${zhDecision[decision] ?? decision}。`,
});
