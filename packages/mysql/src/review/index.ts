export type { SampledColumns } from './column-statements.ts';
export { ProofRefused } from './proof-guard.ts';
export { type AskedProof, type IndexProof, type ProvenStatement, proveIndexes } from './prove-indexes.ts';
export { type ColumnsRead, readColumnStatistics } from './read-column-statistics.ts';
export { readExecutions } from './read-executions.ts';
export { type AskedForReview, readForReview } from './read-for-review.ts';
export { readForUndo } from './read-for-undo.ts';
export type { LockHolder } from './read-lock-holders.ts';
export type { ReviewedTable } from './review-statements.ts';
