import type { RetentionRule } from '../../../platform/retention/retention.ts';
import '../tables.ts';

/** What became a ticket stays with it; tickets themselves stay for ever. */
export const ticketRetention: readonly RetentionRule[] = [
  {
    name: 'ticket_intake: without a ticket',
    keepDays: 180,
    removeSome: async (tx, before, limit) => {
      const rows = await tx
        .selectFrom('ticket_intake')
        .select('id')
        .where('ticket_id', 'is', null)
        .where('received_at', '<', before)
        .limit(limit)
        .execute();
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await tx.deleteFrom('ticket_intake').where('id', 'in', ids).execute();
      return ids.length;
    },
  },
];
