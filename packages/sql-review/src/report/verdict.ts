import type { StatementReview } from '../review.ts';

/** `not-reviewed`: it cannot be read. `incomplete`: a rule failed, so that it cannot be called passed. */
export type Verdict = 'passed' | 'blocked' | 'below' | 'incomplete' | 'not-reviewed';

/** Whether a statement may go on: no blocking finding, and the score asked for, 0–100. */
export function verdictOf(review: StatementReview, minScore: number | undefined): Verdict {
  if (review.score === null) return 'not-reviewed';
  if (review.findings.some(({ grade }) => grade === 'X')) return 'blocked';
  if (minScore !== undefined && review.score < minScore) return 'below';
  return review.failed.length > 0 ? 'incomplete' : 'passed';
}
