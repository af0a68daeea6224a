/** Time as the runner sees it; tests hold their own. */
export interface RunClock {
  /** Epoch milliseconds, UTC. */
  now(): number;
  /** Calls `then` once after so many milliseconds unless the returned function was called before. */
  after(milliseconds: number, then: () => void): () => void;
}

/** Longest delay of a Node timer; longer ones wake early, which is harmless. */
const longest = 2 ** 31 - 1;

export const systemRunClock: RunClock = {
  now: () => Date.now(),
  after: (milliseconds, then) => {
    const timer = setTimeout(then, Math.min(Math.max(milliseconds, 0), longest));
    return () => clearTimeout(timer);
  },
};
