import { createEventRecorder, type EventRecorder } from './event-recorder.ts';
import type { RunClock } from './run-clock.ts';
import { applyChange, type Change, mergeChanges, type RunTask } from './run-state.ts';
import type { RunStore } from './run-store.ts';

/** A task as the journal has it: every write goes to the journal first, then here. */
export interface TaskView {
  task(): RunTask;
  write(change: Change): Promise<void>;
  record<Tx>(store: RunStore<Tx>, work: (transaction: Tx) => Promise<Change>): Promise<void>;
  reloadRequests(): Promise<void>;
  flush(): Promise<void>;
  readonly recorder: EventRecorder;
}

/** Loads a task, or undefined when there is none. */
export async function loadTaskView<Tx>(
  store: RunStore<Tx>,
  clock: RunClock,
  taskId: string,
): Promise<TaskView | undefined> {
  const loaded = await store.load(taskId);
  if (!loaded) return undefined;
  let task = loaded;
  const recorder = createEventRecorder(clock, () => flush());
  const write = async (change: Change): Promise<void> => {
    const said = recorder.take();
    const whole = mergeChanges(said, change);
    try {
      await store.append(taskId, whole);
    } catch (thrown) {
      recorder.putBack(said);
      throw thrown;
    }
    task = applyChange(task, whole);
  };
  // Lines are worth a second try with the next write, never the failure of a step.
  const flush = async (): Promise<void> => {
    if (!recorder.isEmpty()) await write({}).catch(() => {});
  };
  return {
    task: () => task,
    write,
    recorder,
    flush,
    record: async <T>(journal: RunStore<T>, work: (transaction: T) => Promise<Change>) => {
      await flush();
      const change = await journal.record(taskId, work);
      task = applyChange(task, change);
    },
    reloadRequests: async () => {
      task = { ...task, requests: await store.loadRequests(taskId) };
    },
  };
}
