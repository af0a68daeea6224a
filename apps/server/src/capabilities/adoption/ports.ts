import type { Clock } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/schema.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import type { Findings } from '../findings/index.ts';
import type { Metadata } from '../metadata/index.ts';
import type { AccessPorts, HostWays } from '../paths/index.ts';

/** What the tasks, steps and tickets of this slice are given. */
export interface AdoptionPorts extends AccessPorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  readonly secrets: Secrets;
  readonly findings: Findings;
  readonly ways: Pick<HostWays, 'openServer'>;
}
