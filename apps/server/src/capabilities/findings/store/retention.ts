import '../tables.ts';
import { sql } from 'kysely';
import type { RetentionRule } from '../../../platform/retention/retention.ts';
import { rowsOlderThan } from '../../../platform/retention/rows-older-than.ts';

/** Findings themselves stay for ever; of one that is open, everything that became of it too. */
export const findingRetention: readonly RetentionRule[] = [
  rowsOlderThan({
    table: 'finding_change',
    time: 'at',
    keepDays: 730,
    only: {
      name: 'of closed findings',
      where: sql<boolean>`exists (select 1 from finding where finding.id = finding_change.finding_id
        and finding.closed_at is not null)`,
    },
  }),
];
