import type { RetentionRule } from '../../platform/retention/retention.ts';
import { rowsOlderThan } from '../../platform/retention/rows-older-than.ts';

/** Two years of months can be compared; a policy says who decided what, and stays. */
export const sqlReviewRetention: readonly RetentionRule[] = [
  rowsOlderThan({ table: 'sql_review', time: 'created_at', keepDays: 760 }),
];
