import { createEventRecorder, type EventRecorder } from './event-recorder.ts';
import type { RunClock } from './run-clock.ts';
import { applyChange, type Change, mergeChanges, type RunTask } from './run-state.ts';
import type { RunStore } from './run-store.ts';

/**
 * A task as this drive sees it. Changes made in the same turn of the event loop are written together: the end of one step
 * and the beginning of those that waited for it cost one commit. `write` resolves when its change is in the journal; no body
 * may act before that. When the journal fails the view is ahead of it and worth nothing: the drive gives up and loads afresh.
 */
export interface TaskView {
  task(): RunTask;
  write(change: Change): Promise<void>;
  record<Tx>(store: RunStore<Tx>, work: (transaction: Tx) => Promise<Change>): Promise<void>;
  reloadRequests(): Promise<void>;
  /** Resolves when all that was written or said so far is in the journal (or the attempt has failed). */
  flush(): Promise<void>;
  readonly recorder: EventRecorder;
}

/** Loads a task, or undefined when there is none. `changed` is called when the view changes. */
export async function loadTaskView<Tx>(
  store: RunStore<Tx>,
  clock: RunClock,
  taskId: string,
  changed: () => void,
): Promise<TaskView | undefined> {
  const loaded = await store.load(taskId);
  if (!loaded) return undefined;
  let task = loaded;
  let waiting: Change[] = [];
  let next: Promise<void> | undefined;
  let last: Promise<void> = Promise.resolve();
  const recorder = createEventRecorder(clock, () => flush());

  async function commit(): Promise<void> {
    // Everybody who has something to write in this turn of the loop has said so after it.
    await new Promise((resolve) => setImmediate(resolve));
    await last.catch(() => {});
    const changes = waiting;
    waiting = [];
    next = undefined;
    const said = recorder.take();
    try {
      last = store.append(taskId, mergeChanges(said, ...changes));
      await last;
    } catch (thrown) {
      recorder.putBack(said);
      throw thrown;
    }
  }

  function write(change: Change): Promise<void> {
    task = applyChange(task, change);
    waiting.push(change);
    next ??= commit();
    changed();
    return next;
  }

  // Lines are worth a second try with the next write, never the failure of a step.
  async function flush(): Promise<void> {
    if (next || !recorder.isEmpty()) await write({}).catch(() => {});
    await last.catch(() => {});
  }

  return {
    task: () => task,
    write,
    recorder,
    flush,
    record: async <T>(journal: RunStore<T>, work: (transaction: T) => Promise<Change>) => {
      await flush();
      const change = await journal.record(taskId, work);
      task = applyChange(task, change);
      changed();
    },
    reloadRequests: async () => {
      task = { ...task, requests: await store.loadRequests(taskId) };
    },
  };
}
