import { useSyncExternalStore } from 'react';

interface Ticker {
  now: number;
  readonly subscribe: (listener: () => void) => () => void;
}

function createTicker(everyMs: number): Ticker {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const ticker: Ticker = {
    now: Date.now(),
    subscribe: (listener) => {
      listeners.add(listener);
      timer ??= setInterval(() => {
        ticker.now = Date.now();
        for (const each of listeners) each();
      }, everyMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
  return ticker;
}

const seconds = createTicker(1_000);
const slowly = createTicker(10_000);

/** The present, moving every second (for what runs) or every ten (for what was). One timer for the whole page. */
export function useNow(pace: 'second' | 'slow'): number {
  const ticker = pace === 'second' ? seconds : slowly;
  return useSyncExternalStore(ticker.subscribe, () => ticker.now);
}
