import type { Clock } from '../../../platform/clock/clock.ts';
import type { Db, Tx } from '../../../platform/database/schema.ts';
import type { Tasks } from '../create-tasks.ts';

/** What the use cases of schedules and change freezes work with. */
export interface ScheduleParts {
  readonly db: Db;
  readonly clock: Clock;
  /** Kinds of tasks that may be scheduled. */
  readonly kinds: readonly string[];
  readonly planTask: Tasks['planTask'];
  readonly tasks: Tasks['parts']['tasks'];
}

/** Makes the act and its audit row one. */
export type NoteSchedule = (tx: Tx, id: string) => Promise<void>;
