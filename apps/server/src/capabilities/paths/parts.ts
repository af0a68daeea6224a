import type { PathPool } from '@myriad/paths';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/schema.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import type { Metadata } from '../metadata/index.ts';

/** What this slice is built from. */
export interface PathParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  readonly secrets: Secrets;
  readonly pool: PathPool;
  /** The SSH agent this server was configured with, if any. */
  readonly agentSocket?: string;
  /**
   * Asked before a password goes straight to the address of a host without paths: such an address may have been changed by
   * hand. Absent: any address.
   */
  readonly mayReach?: (address: string) => Promise<boolean>;
}
