import type { Clock } from '../../platform/clock/clock.ts';
import type { Db, Tx } from '../../platform/database/schema.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import type { Metadata } from '../metadata/index.ts';
import type { Access, HostWays } from '../paths/index.ts';
import type { CheckSpec } from './check/check-spec.ts';

/** What this slice is built from. */
export interface HostParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  readonly secrets: Secrets;
  readonly access: Access;
  readonly ways: HostWays;
  /** Default: `defaultCheckSpec`. */
  readonly checkSpec?: CheckSpec;
}

/** Writes the audit row in the transaction that acts. */
export type NoteHost = (tx: Tx, hostId: string) => Promise<void>;
