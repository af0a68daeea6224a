import type { RetentionRule } from '../../platform/retention/retention.ts';
import { rowsOlderThan } from '../../platform/retention/rows-older-than.ts';
import { removeOldSizes } from './store.ts';

/** The last deep look of each instance stays; what changed from one to the next, and how it grew, not for ever. */
export const sweepRetention: readonly RetentionRule[] = [
  rowsOlderThan({ table: 'portrait_change', time: 'at', keepDays: 730 }),
  {
    name: 'instance_size',
    // Three years: what grows by the season is told by comparing with the years before.
    keepDays: 1100,
    removeSome: removeOldSizes,
  },
];
