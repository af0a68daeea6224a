import { afterCommit } from '../../platform/database/in-transaction.ts';

/** Tells listeners in this process that something was changed, once it is committed. A hint: whoever listens reads the rows. */
export interface ChangeWatch {
  announce(): void;
  readonly listen: (listener: () => void) => () => void;
}

export function createChangeWatch(): ChangeWatch {
  const listeners = new Set<() => void>();
  return {
    announce: () =>
      afterCommit(() => {
        for (const listener of [...listeners]) listener();
      }),
    listen: (listener) => {
      // One listener twice is two listeners: each takes only itself away.
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
