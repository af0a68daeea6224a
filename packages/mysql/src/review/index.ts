export { type AskedForReview, readForReview } from './read-for-review.ts';
export type { ReviewedTable } from './review-statements.ts';
