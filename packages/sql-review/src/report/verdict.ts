import type { Gate } from '../policy/policy-layer.ts';
import type { StatementReview } from '../review.ts';
import type { Grade } from '../rule.ts';

/** `not-reviewed`: it cannot be read. `incomplete`: a rule failed, so that it cannot be called passed. */
export type Verdict = 'passed' | 'blocked' | 'below' | 'incomplete' | 'not-reviewed';

/** What blocks where no policy says otherwise. */
export const usualBlock: readonly Grade[] = ['X'];

/** Whether a statement may go on: no finding of a grade that blocks, and the score asked for, 0–100. */
export function verdictOf(review: StatementReview, { minScore, block = usualBlock }: Gate): Verdict {
  if (review.score === null) return 'not-reviewed';
  if (review.findings.some(({ grade }) => block.includes(grade))) return 'blocked';
  if (minScore !== undefined && review.score < minScore) return 'below';
  return review.failed.length > 0 ? 'incomplete' : 'passed';
}
