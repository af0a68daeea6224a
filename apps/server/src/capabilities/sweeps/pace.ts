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

export function createPace(periodMilliseconds: number): Pace {
  let looks = 0;
  let leftOut = 0;
  let worstLate = 0;
  let took: { readonly instanceId: string; readonly milliseconds: number }[] = [];
  let last: SweepStatus['last'];
  return {
    begun: (late) => {
      looks += 1;
      worstLate = Math.max(worstLate, late);
    },
    leftOut: () => {
      leftOut += 1;
    },
    ended: (instanceId, milliseconds) => void took.push({ instanceId, milliseconds }),
    turn: (endedAt, nameOf) => {
      took.sort((a, b) => b.milliseconds - a.milliseconds);
      last = {
        ...{ endedAt, looks, leftOut },
        kept: leftOut === 0 && worstLate <= periodMilliseconds / 2,
        worstLateMilliseconds: Math.round(worstLate),
        medianMilliseconds: Math.round(took[took.length >> 1]?.milliseconds ?? 0),
        slowest: took
          .slice(0, slowestShown)
          .map((look) => ({ ...look, milliseconds: Math.round(look.milliseconds), name: nameOf(look.instanceId) })),
      };
      looks = 0;
      leftOut = 0;
      worstLate = 0;
      took = [];
    },
    get last() {
      return last;
    },
  };
}
