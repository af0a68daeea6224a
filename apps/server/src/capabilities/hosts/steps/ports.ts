import type { Clock } from '../../../platform/clock/clock.ts';
import type { Db } from '../../../platform/database/schema.ts';
import type { Metadata } from '../../metadata/index.ts';
import type { AccessPorts } from '../../paths/index.ts';
import type { CheckSpec } from '../check/check-spec.ts';

/** What the tasks and steps of this slice ask of the runner. */
export interface HostPorts extends AccessPorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  /** Default: `defaultCheckSpec`. */
  readonly checkSpec?: CheckSpec;
}
