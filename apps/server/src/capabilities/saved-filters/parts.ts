import type { Clock } from '../../platform/clock/clock.ts';
import type { Db, Tx } from '../../platform/database/schema.ts';

export interface SavedFilterParts {
  readonly db: Db;
  readonly clock: Clock;
}

/** Writes the audit row in the transaction that acts. */
export type Note = (tx: Tx, filterId: string) => Promise<void>;
