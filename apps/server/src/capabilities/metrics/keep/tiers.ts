import type { MetricStep } from '@myriad/contract';

/**
 * What the contract promises, and a test that it is the same; not by import, for the thread that has the file would carry the
 * whole contract in its memory.
 */
export const keptSeconds: readonly (readonly [step: MetricStep, seconds: number])[] = [
  [10, 7200],
  [60, 86_400],
  [600, 604_800],
];

/** Points a chunk holds: five minutes, half an hour, five hours. */
export const chunkPoints = 30;

/** One resolution: how its points lie in chunks, and the chunks in a ring that is written over. */
export interface Tier {
  readonly step: MetricStep;
  /** Chunks kept: what is promised, and the one being filled. */
  readonly slots: number;
  /** Where the ring begins among the rows of a series. */
  readonly base: number;
  /** Points of the tier before that make one of this. */
  readonly of: number;
  /** Besides means also the highest. */
  readonly withHighest: boolean;
}

function makeTiers(): readonly Tier[] {
  let base = 0;
  let before = 0;
  return keptSeconds.map(([step, seconds]) => {
    const slots = Math.ceil(seconds / step / chunkPoints) + 1;
    const tier = { step, slots, base, of: before === 0 ? 1 : step / before, withHighest: before > 0 };
    base += slots;
    before = step;
    return tier;
  });
}

export const tiers = makeTiers();
/** Row numbers a series has to itself; the file's keys are `series * rowsPerSeries + base + slot`. */
export const rowsPerSeries = 128;

export const tierOf = (step: MetricStep): Tier => {
  const found = tiers.find((tier) => tier.step === step);
  if (!found) throw new Error(`no tier of ${step} s`);
  return found;
};

/** The row of a chunk, by its number since 1970. */
export const rowOf = (series: number, { base, slots }: Tier, chunk: number): number =>
  series * rowsPerSeries + base + (chunk % slots);
