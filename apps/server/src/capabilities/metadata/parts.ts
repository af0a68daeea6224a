import type { Db, Tx } from '../../platform/database/schema.ts';
import type { Metadata } from './metadata.ts';

/** What the use cases of this slice stand on. */
export interface MetadataParts {
  readonly db: Db;
  readonly metadata: Metadata;
}

/** Writes the audit row in the transaction that acts; `resource` is `<noun>/<id>`. */
export type Note = (tx: Tx, resource: string) => Promise<void>;
