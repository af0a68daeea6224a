import type { Change, RunStore } from '@myriad/runbook';

/**
 * A moment of a task at which its process may die.
 * `begin` the step's beginning is journaled, its body not yet called · `started` detached work runs, its handle is not
 * journaled · `effect` the step's effect is there, its end is not journaled; for a record step: inside its transaction ·
 * `undo-begin`, `undo-effect` the same on the way back · `task-end` every step is done or undone, the task's end is not journaled ·
 * `task-ended` it is.
 */
export interface Moment {
  readonly taskId: string;
  readonly taskKind: string;
  readonly what: 'begin' | 'started' | 'effect' | 'undo-begin' | 'undo-effect' | 'task-end' | 'task-ended';
  readonly stepId?: string;
  /** The store's transaction is open: whoever waits here for something that reads the store waits for ever. */
  readonly inTransaction?: true;
}

type Told = Omit<Moment, 'taskId' | 'taskKind'>;

const isOver = (state: string | undefined) => state === 'done' || state === 'undone';

/** What is true in the world and not yet in the journal. */
const beforeCommit = ({ steps = [], task }: Change): readonly Told[] => [
  ...steps.flatMap(({ id, patch }): readonly Told[] => {
    if (patch.state === 'done') return [{ what: 'effect', stepId: id }];
    if (patch.state === 'undone') return [{ what: 'undo-effect', stepId: id }];
    return patch.handle === undefined ? [] : [{ what: 'started', stepId: id }];
  }),
  ...(isOver(task?.state) ? [{ what: 'task-end' } as const] : []),
];

/** What is in the journal and not yet in the world. */
const afterCommit = ({ steps = [], task }: Change): readonly Told[] => [
  ...steps.flatMap(({ id, patch }): readonly Told[] => {
    if (patch.state === 'running') return [{ what: 'begin', stepId: id }];
    return patch.state === 'undoing' ? [{ what: 'undo-begin', stepId: id }] : [];
  }),
  ...(isOver(task?.state) ? [{ what: 'task-ended' } as const] : []),
];

/** Tells of every moment around the commits of a journal; the commit waits for `reach`. */
export function watchJournal<Tx>(store: RunStore<Tx>, reach: (moment: Moment) => Promise<void>): RunStore<Tx> {
  const kinds = new Map<string, string>();
  const tell = async (taskId: string, told: readonly Told[]) => {
    for (const each of told) await reach({ taskId, taskKind: kinds.get(taskId) ?? '', ...each });
  };
  return {
    ...store,
    load: async (taskId) => {
      const task = await store.load(taskId);
      if (task) kinds.set(taskId, task.kind);
      return task;
    },
    append: async (taskId, change) => {
      await tell(taskId, beforeCommit(change));
      await store.append(taskId, change);
      await tell(taskId, afterCommit(change));
    },
    record: async (taskId, work) => {
      const change = await store.record(taskId, async (transaction) => {
        const made = await work(transaction);
        await tell(
          taskId,
          beforeCommit(made).map((each) => ({ ...each, inTransaction: true })),
        );
        return made;
      });
      await tell(taskId, afterCommit(change));
      return change;
    },
  };
}
