import { followTask } from './follow-task.ts';
import { overridesFreeze } from './freeze-of.ts';
import { type BoundKind, bindKind, type TicketParts } from './parts.ts';
import { peopleOf } from './people.ts';
import { reconcileTickets } from './reconcile-tickets.ts';
import { releaseHeld } from './release-held.ts';
import type { TicketKind } from './ticket-kind.ts';

export interface Tickets {
  /** What the routes serve from. */
  readonly parts: TicketParts;
  /** Brings every open ticket in line with its tasks; once at start. */
  reconcile(): Promise<void>;
  /** Lets begin what waited for the end of a change freeze, once. */
  release(): Promise<void>;
  /** Looks every few seconds whether a change freeze that tickets wait for is over. */
  start(): void;
  /** Resolves when the last look has ended. */
  stop(): Promise<void>;
}

const releaseMilliseconds = 5000;

/** Before `tasks.start`: tickets follow their tasks from the first change on. `ports` are what the `prepare` functions of all kinds need, together. */
export function createTickets<Ports>(
  options: Pick<TicketParts, 'db' | 'clock' | 'log' | 'tasks'> & {
    readonly kinds: readonly TicketKind<Ports>[];
    readonly ports: Ports;
  },
): Tickets {
  const { kinds, ports, ...rest } = options;
  const parts: TicketParts = {
    ...rest,
    people: peopleOf(rest.clock),
    kinds: mapOf(kinds.map((kind) => bindKind(kind, ports))),
  };
  parts.tasks.beginInFreeze(overridesFreeze);
  parts.tasks.follow((tx, task) => followTask(parts, tx, task));
  let timer: NodeJS.Timeout | undefined;
  let releasing: Promise<void> | undefined;
  const release = () => {
    releasing ??= releaseHeld(parts).finally(() => {
      releasing = undefined;
    });
    return releasing;
  };
  return {
    parts,
    reconcile: () => reconcileTickets(parts),
    release,
    start: () => {
      timer = setInterval(() => {
        release().catch((error: unknown) => parts.log.error('held tickets could not be read', { error }));
      }, releaseMilliseconds);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      // Whoever began this look says how it failed.
      await releasing?.catch(() => undefined);
    },
  };
}

function mapOf(kinds: readonly BoundKind[]): ReadonlyMap<string, BoundKind> {
  const byName = new Map<string, BoundKind>();
  for (const kind of kinds) {
    if (byName.has(kind.kind)) throw new Error(`two ticket kinds are called ${kind.kind}`);
    byName.set(kind.kind, kind);
  }
  return byName;
}
