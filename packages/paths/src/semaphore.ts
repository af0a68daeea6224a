/** At most `size` holders at once; the others wait in order. */
export interface Semaphore {
  /** Resolves with the function that gives the place back (safe to call twice). */
  take(): Promise<() => void>;
}

export function createSemaphore(size: number): Semaphore {
  const waiting: (() => void)[] = [];
  let free = size;
  const give = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  const place = () => {
    let held = true;
    return () => {
      if (held) give();
      held = false;
    };
  };
  return {
    take: () => {
      if (free > 0) {
        free -= 1;
        return Promise.resolve(place());
      }
      return new Promise((resolve) => waiting.push(() => resolve(place())));
    },
  };
}
