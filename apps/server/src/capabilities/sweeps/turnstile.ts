/** Lets a few in at a time, in the order they came. Those who have failed before wait apart, and may take only half the places. */
export interface Turnstile {
  enter<T>(lane: 'first' | 'again', work: () => Promise<T>): Promise<T>;
  readonly underWay: number;
  readonly waiting: number;
}

export function createTurnstile(places: number): Turnstile {
  const lanes = { first: [] as (() => void)[], again: [] as (() => void)[] };
  const inside = { first: 0, again: 0 };
  const most = { first: places, again: Math.max(1, Math.floor(places / 2)) };
  const total = () => inside.first + inside.again;
  function admit(): void {
    for (const lane of ['first', 'again'] as const)
      while (lanes[lane].length > 0 && total() < places && inside[lane] < most[lane]) {
        inside[lane] += 1;
        lanes[lane].shift()?.();
      }
  }
  return {
    enter: async (lane, work) => {
      await new Promise<void>((resolve) => {
        lanes[lane].push(resolve);
        admit();
      });
      try {
        return await work();
      } finally {
        inside[lane] -= 1;
        admit();
      }
    },
    get underWay() {
      return total();
    },
    get waiting() {
      return lanes.first.length + lanes.again.length;
    },
  };
}
