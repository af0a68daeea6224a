import type { Clock } from '../../platform/clock/clock.ts';
import type { Db, Tx } from '../../platform/database/schema.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import type { Metadata } from '../metadata/index.ts';
import type { HostWays } from '../paths/index.ts';
import type { Resolve } from './network/resolve-allowed.ts';

/** What this slice is built from. */
export interface AdoptionParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly metadata: Metadata;
  readonly secrets: Secrets;
  readonly ways: Pick<HostWays, 'openServer'>;
  readonly resolve: Resolve;
  /** For a whole discovery; what was not looked at by then is named. */
  readonly limitSeconds: number;
}

/** Writes the audit row in the transaction that acts; `resource` is `<noun>/<id>`. */
export type Note = (tx: Tx, resource: string) => Promise<void>;
