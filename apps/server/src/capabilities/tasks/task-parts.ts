import type { AnyStep, AnyTask, TraitsOf } from '@myriad/runbook';
import type { RawBuilder } from 'kysely';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Db, Reader } from '../../platform/database/schema.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import type { Actor } from '../../platform/policy/decision.ts';

/** What the use cases of this slice work with. */
export interface TaskParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly steps: ReadonlyMap<string, AnyStep>;
  // biome-ignore lint/suspicious/noExplicitAny: each task's own ports are forgotten here; `planFor` is called with all of them.
  readonly tasks: ReadonlyMap<string, AnyTask<any>>;
  readonly ports: object;
  readonly traitsOf: TraitsOf;
  /** Did this actor open that ticket? Answered by the tickets slice. */
  readonly ownsTicket: (db: Reader, actor: Actor, ticketId: string) => Promise<boolean>;
  /** The ids of the tickets somebody opened, as SQL; answered by the tickets slice. Absent: nobody's. */
  readonly ownTicketIds?: ((personId: string) => RawBuilder<string>) | undefined;
  /** New events of the task are committed, or a request is: whoever watches or drives it looks again. */
  readonly poke: (taskId: string) => void;
  /** Calls back on new events of the task until the returned function is called. */
  readonly watch: (taskId: string, then: () => void) => () => void;
}
