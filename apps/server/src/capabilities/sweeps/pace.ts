import type { SweepStatus } from '@myriad/contract';

/** How the sweep of one period went. */
export interface Pace {
  begun(lateMilliseconds: number): void;
  leftOut(): void;
  ended(instanceId: string, milliseconds: number): void;
  /** Closes the period that ends now. */
  turn(now: number, nameOf: (instanceId: string) => string): void;
  readonly last: SweepStatus['last'];
}

const slowestShown = 10;

interface Took {
  readonly instanceId: string;
  readonly milliseconds: number;
}

export function createPace(periodMilliseconds: number): Pace {
  let looks = 0;
  let leftOut = 0;
  let worstLate = 0;
  let took: number[] = [];
  let slowest: readonly Took[] = [];
  let last: SweepStatus['last'];
  return {
    begun: (late) => {
      looks += 1;
      worstLate = Math.max(worstLate, late);
    },
    leftOut: () => {
      leftOut += 1;
    },
    ended: (instanceId, milliseconds) => {
      took.push(milliseconds);
      if (slowest.length === slowestShown && milliseconds <= (slowest.at(-1)?.milliseconds ?? 0)) return;
      slowest = [...slowest, { instanceId, milliseconds }]
        .sort((a, b) => b.milliseconds - a.milliseconds)
        .slice(0, slowestShown);
    },
    turn: (endedAt, nameOf) => {
      const sorted = Float64Array.from(took).sort();
      last = {
        ...{ endedAt, looks, leftOut },
        kept: leftOut === 0 && worstLate <= periodMilliseconds / 2,
        worstLateMilliseconds: Math.round(worstLate),
        medianMilliseconds: Math.round(sorted[sorted.length >> 1] ?? 0),
        slowest: slowest.map(({ instanceId, milliseconds }) => ({
          ...{ instanceId, name: nameOf(instanceId), milliseconds: Math.round(milliseconds) },
        })),
      };
      looks = 0;
      leftOut = 0;
      worstLate = 0;
      took = [];
      slowest = [];
    },
    get last() {
      return last;
    },
  };
}
