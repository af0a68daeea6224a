import { sql } from 'kysely';
import type { RetentionRule } from '../../../platform/retention/retention.ts';
import { rowsOlderThan } from '../../../platform/retention/rows-older-than.ts';
import '../tables.ts';

/** What became a ticket stays with it; tickets themselves stay for ever. */
export const ticketRetention: readonly RetentionRule[] = [
  rowsOlderThan({
    table: 'ticket_intake',
    time: 'received_at',
    keepDays: 180,
    only: { name: 'without a ticket', where: sql<boolean>`ticket_id is null` },
  }),
];
