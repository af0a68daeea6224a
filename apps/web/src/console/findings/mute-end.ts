const hour = 3_600_000;
const longest = 366 * 24 * hour;

/** Usual lengths of a mute, in hours. */
export const usualHours = [4, 24, 7 * 24, 30 * 24] as const;

/** Why a mute cannot end then; undefined: it can. The same rule as the platform's, said before it is asked. */
export function faultOfEnd(until: number | undefined, now: number): 'endMissing' | 'endPast' | undefined {
  if (until === undefined || Number.isNaN(until)) return 'endMissing';
  return until <= now || until > now + longest ? 'endPast' : undefined;
}
