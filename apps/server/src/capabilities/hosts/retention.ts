import './tables.ts';
import { sql } from 'kysely';
import type { RetentionRule } from '../../platform/retention/retention.ts';
import { rowsOlderThan } from '../../platform/retention/rows-older-than.ts';

export const hostRetention: readonly RetentionRule[] = [
  rowsOlderThan({
    table: 'host_check',
    time: 'at',
    keepDays: 400,
    only: {
      name: 'but the last of each host',
      where: sql<boolean>`exists (select 1 from host_check as later where later.host_id = host_check.host_id
        and later.id > host_check.id)`,
    },
  }),
];
