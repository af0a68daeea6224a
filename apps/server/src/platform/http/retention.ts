import type { RetentionRule } from '../retention/retention.ts';
import './tables.ts';

/** A key is looked at for a day; nobody asks for it afterwards. */
export const httpRetention: readonly RetentionRule[] = [
  {
    name: 'idempotency_key: over',
    keepDays: 0,
    removeSome: async (tx, before, limit) => {
      const rows = await tx
        .selectFrom('idempotency_key')
        .select('id')
        .where('expires_at', '<=', before)
        .limit(limit)
        .execute();
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await tx.deleteFrom('idempotency_key').where('id', 'in', ids).execute();
      return ids.length;
    },
  },
];
