import type { Clock } from '../../platform/clock/clock.ts';
import type { Db, Tx } from '../../platform/database/schema.ts';
import type { Metadata } from '../metadata/index.ts';
import type { Access } from '../paths/index.ts';

export interface SqlReviewParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  readonly access: Pick<Access, 'openInstance'>;
}

/** Writes the audit row in the transaction that acts; `resource` is `<noun>/<id>`. */
export type Note = (tx: Tx, resource: string) => Promise<void>;
