import type { RetentionRule } from '../retention/retention.ts';
import { rowsOlderThan } from '../retention/rows-older-than.ts';
import './tables.ts';

/** A key is looked at for a day; nobody asks for it afterwards. */
export const httpRetention: readonly RetentionRule[] = [
  rowsOlderThan({ table: 'idempotency_key', time: 'expires_at', keepDays: 0, only: { name: 'over' } }),
];
