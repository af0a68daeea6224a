import type { RetentionRule } from '../../platform/retention/retention.ts';
import { rowsOlderThan } from '../../platform/retention/rows-older-than.ts';

/**
 * Two years of months can be compared; what no review met for as long is gone with them. A policy and an exception say who
 * decided what, and stay.
 */
export const sqlReviewRetention: readonly RetentionRule[] = [
  rowsOlderThan({ table: 'sql_review', time: 'created_at', keepDays: 760 }),
  rowsOlderThan({ table: 'review_item', time: 'last_at', keepDays: 760 }),
];
