import type { ReviewGrade } from '@myriad/contract';

export const weights: Readonly<Record<ReviewGrade, number>> = { X: 100, E: 40, W: 10, N: 2 };
/** Days from the first sight until a finding should be mended. */
export const dueDays: Readonly<Record<ReviewGrade, number>> = { X: 3, E: 14, W: 30, N: 90 };

interface Weighed {
  readonly grade: ReviewGrade;
  /** undefined: unknown. */
  readonly executionsPerDay: number | undefined;
  /** Of the largest table it names; undefined: unknown. */
  readonly sizeBytes: number | undefined;
}

const mebibyte = 1_048_576;

/**
 * grade × traffic × size: weight of the grade × (1 + log10(1 + executions a day)) × (1 + log10(1 + MiB)), in tenths. What is
 * unknown counts as 1, which is what nothing at all would: it never lifts an item over one that is known to matter.
 */
export function priorityOf({ grade, executionsPerDay = 0, sizeBytes = 0 }: Weighed): number {
  const [traffic, size] = [1 + Math.log10(1 + executionsPerDay), 1 + Math.log10(1 + sizeBytes / mebibyte)];
  return Math.round(weights[grade] * traffic * size * 10) / 10;
}
