import type { RetentionRule } from '../../../platform/retention/retention.ts';
import '../tables.ts';

export const authRetention: readonly RetentionRule[] = [
  {
    name: 'session: over',
    keepDays: 0,
    removeSome: async (tx, before, limit) => {
      const rows = await tx.selectFrom('session').select('id').where('expires_at', '<=', before).limit(limit).execute();
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await tx.deleteFrom('session').where('id', 'in', ids).execute();
      return ids.length;
    },
  },
  {
    // Tickets, approvals and tasks keep who decided; this is the log of every call beside them.
    name: 'audit',
    keepDays: 730,
    removeSome: async (tx, before, limit) => {
      const rows = await tx.selectFrom('audit').select('id').where('at', '<', before).limit(limit).execute();
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await tx.deleteFrom('audit').where('id', 'in', ids).execute();
      return ids.length;
    },
  },
];
