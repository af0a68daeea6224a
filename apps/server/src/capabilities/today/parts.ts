import type { Expiring, SweepStatus } from '@myriad/contract';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import type { Findings } from '../findings/index.ts';
import type { Metadata } from '../metadata/index.ts';
import type { Schedules, Tasks } from '../tasks/index.ts';
import type { Tickets } from '../tickets/index.ts';

/** What a slice knows to end before then, as far as the actor may see it. */
export type ReadExpiring = (actor: Actor, before: number) => Promise<readonly Expiring[]>;

export interface TodayParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  readonly tickets: Pick<Tickets, 'parts'>;
  readonly tasks: Pick<Tasks, 'parts'>;
  readonly schedules: Pick<Schedules, 'parts'>;
  readonly findings: Pick<Findings, 'parts'>;
  readonly sweeps: { status(): SweepStatus };
  /** Kinds of findings that say that a server does not answer. */
  readonly silentCodes: readonly string[];
  /** Of slices that know of endings themselves. */
  readonly expiring: readonly ReadExpiring[];
}
