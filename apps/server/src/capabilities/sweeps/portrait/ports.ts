import type { Clock } from '../../../platform/clock/clock.ts';
import type { Db } from '../../../platform/database/schema.ts';
import type { Findings } from '../../findings/index.ts';
import type { Metadata } from '../../metadata/index.ts';
import type { AccessPorts } from '../../paths/index.ts';

/** What the deep sweep asks of the runner. */
export interface PortraitPorts extends AccessPorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  readonly findings: Findings;
}
