import type { RetentionRule } from '../../../platform/retention/retention.ts';
import { rowsOlderThan } from '../../../platform/retention/rows-older-than.ts';
import '../tables.ts';

export const authRetention: readonly RetentionRule[] = [
  rowsOlderThan({ table: 'session', time: 'expires_at', keepDays: 0, only: { name: 'over' } }),
  // Tickets, approvals and tasks keep who decided; this is the log of every call beside them.
  rowsOlderThan({ table: 'audit', time: 'at', keepDays: 730 }),
];
