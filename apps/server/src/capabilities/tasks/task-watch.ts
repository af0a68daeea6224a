/** Tells those who watch a task that new events of it are in the store. They read the store: nothing is lost here. */
export function createTaskWatch() {
  const watchers = new Map<string, Set<() => void>>();
  return {
    tell: (taskId: string): void => {
      for (const then of [...(watchers.get(taskId) ?? [])]) then();
    },
    on: (taskId: string, then: () => void): (() => void) => {
      const known = watchers.get(taskId) ?? new Set<() => void>();
      watchers.set(taskId, known);
      known.add(then);
      return () => {
        known.delete(then);
        if (known.size === 0) watchers.delete(taskId);
      };
    },
  };
}
