import type { Words } from '@myriad/contract';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Db, Tx } from '../../platform/database/schema.ts';
import type { ValueCodec } from '../../platform/secrets/value-codec.ts';
import type { Metadata } from '../metadata/index.ts';
import type { Access } from '../paths/index.ts';

export interface SqlReviewParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  readonly access: Pick<Access, 'openInstance'>;
  /** Largest known size in bytes of each table, by name in lower case, as the inventory has them on these clusters. */
  readonly tableSizes: (
    db: Db,
    clusterIds: readonly string[],
    names: readonly string[],
  ) => Promise<ReadonlyMap<string, number>>;
  /** Signs exceptions with the keys of this installation. */
  readonly codec: ValueCodec;
}

/** Writes the audit row in the transaction that acts; `resource` is `<noun>/<id>`, `words` what a reader should know besides. */
export type Note = (tx: Tx, resource: string, words?: Words) => Promise<void>;
