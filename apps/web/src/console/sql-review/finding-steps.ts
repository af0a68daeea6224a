import type { ReviewedStatement, ReviewFinding } from '@myriad/contract';

/** Every finding, one after another as they stand in the text. */
export const stepsOf = (result: readonly ReviewedStatement[]): readonly ReviewFinding[] =>
  result.flatMap(({ findings }) => findings).sort((a, b) => a.start - b.start);

/** The next one or the one before, around the end; from nowhere the first or the last. */
export const stepFrom = (at: number | undefined, by: 1 | -1, count: number): number =>
  at === undefined ? (by === 1 ? 0 : count - 1) : (at + by + count) % count;
