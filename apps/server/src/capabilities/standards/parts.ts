import type { Clock } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/schema.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Findings } from '../findings/index.ts';
import type { Metadata } from '../metadata/index.ts';
import type { AccessPorts } from '../paths/index.ts';
import type { Tasks } from '../tasks/index.ts';

/** What judging needs. */
export interface JudgeParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  readonly findings: Findings;
}

/** What the tasks, steps and ticket kinds of this slice are given. */
export interface StandardPorts extends AccessPorts, JudgeParts {}

/** What this slice is built from. */
export interface StandardParts extends JudgeParts {
  readonly log: Log;
  readonly tasks: Pick<Tasks, 'planTask' | 'createTask'>;
}
