import type { DriveEnvironment } from './drive-task.ts';
import { failureChange, type Unsettled } from './end-step.ts';
import { runErrors } from './run-errors.ts';
import { runForward, stopDetached } from './run-forward.ts';
import { runUndo } from './run-undo.ts';
import type { AnyStep } from './step.ts';
import type { BodyRun } from './step-body.ts';
import type { TaskView } from './task-view.ts';

/** The step bodies of one task that run in this process right now. */
export function createLiveBodies<P extends object, Tx>(
  environment: DriveEnvironment<P, Tx>,
  view: TaskView,
  shutdown: AbortSignal,
  changed: () => void,
) {
  const live = new Map<string, Promise<void>>();
  let cancel = new AbortController();
  let broken: { readonly cause: unknown } | undefined;

  const runOf = (stepId: string, definition: AnyStep): BodyRun<Tx> => ({
    taskId: view.task().id,
    stepId,
    definition,
    task: view.task,
    step: () => {
      const step = view.task().steps.find(({ call }) => call.id === stepId);
      if (!step) throw new Error(`task ${view.task().id} has no step ${stepId}`);
      return step;
    },
    store: environment.store,
    write: view.write,
    record: (work) => view.record(environment.store, work),
    recorder: view.recorder,
    clock: environment.clock,
    ports: environment.ports,
    cut: AbortSignal.any([shutdown, cancel.signal]),
    graceSeconds: environment.graceSeconds,
    way: {},
  });

  async function bodyOf(stepId: string, direction: 'forward' | 'undo' | 'stop'): Promise<void> {
    const name = view.task().steps.find((step) => step.call.id === stepId)?.call.step ?? stepId;
    const definition = environment.steps.get(name);
    if (!definition) return failUnknown(stepId, name);
    const run = runOf(stepId, definition);
    const id = `${run.taskId}/${stepId}`;
    if (environment.stuck.has(id)) {
      return run.write(
        failureChange(run, runErrors.didNotEnd(run.graceSeconds), direction === 'undo' ? 'undo' : 'forward'),
      );
    }
    const { stuck }: Unsettled = await (direction === 'forward'
      ? runForward
      : direction === 'undo'
        ? runUndo
        : stopDetached)(run);
    if (!stuck) return;
    environment.stuck.add(id);
    environment.log('warning', 'step-did-not-end', { taskId: run.taskId, stepId });
    void stuck.finally(() => environment.stuck.delete(id));
  }

  const failUnknown = (id: string, name: string): Promise<void> => {
    const error = runErrors.stepUnknown(name);
    const at = environment.clock.now();
    return view.write({
      steps: [{ id, patch: { state: 'failed', error, endedAt: at, wakeAt: undefined } }],
      events: [{ at, type: 'step', stepId: id, state: 'failed', level: 'error', words: error.words }],
    });
  };

  const start = (stepId: string, direction: 'forward' | 'undo' | 'stop'): void => {
    const body = bodyOf(stepId, direction)
      .catch((cause: unknown) => {
        broken ??= { cause };
      })
      .finally(() => {
        live.delete(stepId);
        changed();
      });
    live.set(stepId, body);
  };

  const allEnded = async (): Promise<void> => {
    while (live.size > 0) await Promise.all(live.values());
  };

  return {
    start,
    live: (): ReadonlySet<string> => new Set(live.keys()),
    allEnded,
    /** Ends every body and all detached work of this task, for real; steps that could not be ended are left failed. */
    async cancelAll(): Promise<void> {
      cancel.abort('cancel');
      await allEnded();
      cancel = new AbortController();
      for (const step of view.task().steps)
        if (step.state === 'running' && step.handle !== undefined) start(step.call.id, 'stop');
      await allEnded();
    },
    /** A write to the journal failed: nothing can be decided on until the task is loaded afresh. */
    throwIfBroken(): void {
      if (broken) throw broken.cause;
    },
  };
}
