/** What came of a part: tests of the runner, or one check. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly Skip[];
  /** What went wrong, by name, for the end of the log. */
  readonly faults: readonly string[];
  /** What went wrong the first time and right the second, with its first fault. */
  readonly wavered: readonly string[];
}

export interface Skip {
  readonly name: string;
  readonly reason: string;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: [], faults: [], wavered: [] };
export const oneCheck = (ok: boolean, name: string): Tally =>
  ok ? { ...nothing, passed: 1 } : { ...nothing, failed: 1, faults: [name] };

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (all, tally) => ({
      passed: all.passed + tally.passed,
      failed: all.failed + tally.failed,
      skipped: [...all.skipped, ...tally.skipped],
      faults: [...all.faults, ...tally.faults],
      wavered: [...all.wavered, ...tally.wavered],
    }),
    nothing,
  );

/** Long tests run when asked for; every other skip means that this machine lacks something, which CI must not. */
export const isWanted = (skip: Skip): boolean => /^long\b/i.test(skip.reason);

/** In CI a test that could not run is a test that failed. */
export function judge(tally: Tally, ci: boolean): Tally {
  if (!ci) return tally;
  const red = tally.skipped.filter((skip) => !isWanted(skip));
  return {
    ...tally,
    failed: tally.failed + red.length,
    skipped: tally.skipped.filter(isWanted),
    faults: [...tally.faults, ...red.map(({ name, reason }) => `${name} (skipped: ${reason})`)],
  };
}
