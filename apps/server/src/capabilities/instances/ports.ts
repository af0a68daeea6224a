import type { Clock } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/schema.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import type { Metadata } from '../metadata/index.ts';
import type { AccessPorts } from '../paths/index.ts';

/** What the tasks, steps and use cases of this slice are given. */
export interface InstancePorts extends AccessPorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  readonly secrets: Secrets;
}
