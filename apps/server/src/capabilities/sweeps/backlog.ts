/** Those whose turn has come and who were not begun yet, oldest first. Knows no clock. */
export interface Backlog<T> {
  /** `since`: epoch ms from which on it was due. false: it waits already. */
  add(item: T, since: number): boolean;
  remove(item: T): void;
  /** Takes up to so many out. */
  next(most: number): { readonly item: T; readonly since: number }[];
  clear(): void;
}

export function createBacklog<T>(): Backlog<T> {
  const waiting = new Map<T, number>();
  return {
    add: (item, since) => {
      if (waiting.has(item)) return false;
      waiting.set(item, since);
      return true;
    },
    remove: (item) => void waiting.delete(item),
    next: (most) => {
      const taken: { item: T; since: number }[] = [];
      for (const [item, since] of waiting) {
        if (taken.length >= most) break;
        taken.push({ item, since });
        waiting.delete(item);
      }
      return taken;
    },
    clear: () => waiting.clear(),
  };
}
