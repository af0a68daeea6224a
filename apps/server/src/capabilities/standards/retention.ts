import './tables.ts';
import { sql } from 'kysely';
import type { RetentionRule } from '../../platform/retention/retention.ts';
import { rowsOlderThan } from '../../platform/retention/rows-older-than.ts';

/** How a cluster stands now is a row of its own; the last mark stays, so that the next one has something to differ from. */
export const standardRetention: readonly RetentionRule[] = [
  rowsOlderThan({
    table: 'compliance_history',
    time: 'at',
    keepDays: 730,
    only: {
      name: 'but the last of each cluster',
      where: sql<boolean>`exists (select 1 from compliance_history as later
        where later.cluster_id = compliance_history.cluster_id and later.id > compliance_history.id)`,
    },
  }),
];
