import './tables.ts';
import type { RetentionRule } from '../../platform/retention/retention.ts';
import { rowsOlderThan } from '../../platform/retention/rows-older-than.ts';

/** The last deep look of each instance stays; what changed from one to the next, and how it grew, not for ever. */
export const sweepRetention: readonly RetentionRule[] = [
  rowsOlderThan({ table: 'portrait_change', time: 'at', keepDays: 730 }),
  {
    name: 'instance_size',
    // Three years: what grows by the season is told by comparing with the years before.
    keepDays: 1100,
    removeSome: async (tx, before, limit) => {
      const rows = await tx
        .selectFrom('instance_size')
        .select(['instance_id', 'at'])
        .where('at', '<=', before)
        .limit(limit)
        .execute();
      for (const { instance_id, at } of rows)
        await tx.deleteFrom('instance_size').where('instance_id', '=', instance_id).where('at', '=', at).execute();
      return rows.length;
    },
  },
];
