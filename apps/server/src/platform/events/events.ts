import { afterCommit } from '../database/in-transaction.ts';
import type { Log } from '../log/log.ts';

/** All events; each slice adds its own by augmentation, in its `events.ts`. Values are ids and states, never whole rows. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by augmentation.
export interface EventMap {}

export type EventName = keyof EventMap & string;
export type Listener<Name extends EventName> = (event: EventMap[Name]) => void | Promise<void>;

/**
 * Tells neighbours in this process what happened. It is a hint, not a promise: it dies with the process, so whoever must not
 * miss anything also looks at the rows. Listeners of one event run one after another, in the order they were added, after
 * `emit` has returned; events reach them in the order of emitting. A listener that throws is logged and stops nobody.
 */
export interface Events {
  /** Inside `inTransaction` the event waits for the commit; a rollback drops it. */
  emit<Name extends EventName>(name: Name, event: EventMap[Name]): void;
  /** Gives back what takes the listener away again. */
  on<Name extends EventName>(name: Name, listener: Listener<Name>): () => void;
  /** Resolves when everything emitted so far was heard. */
  settled(): Promise<void>;
}

type AnyListener = (event: unknown) => void | Promise<void>;

export function createEvents(log: Log): Events {
  const listeners = new Map<string, Set<AnyListener>>();
  let queue: Promise<void> = Promise.resolve();
  async function deliver(name: string, event: unknown): Promise<void> {
    for (const listener of [...(listeners.get(name) ?? [])]) {
      try {
        await listener(event);
      } catch (error) {
        log.error('event listener failed', { name, error });
      }
    }
  }
  return {
    emit: (name, event) =>
      afterCommit(() => {
        queue = queue.then(() => deliver(name, event));
      }),
    on: (name, listener) => {
      const known = listeners.get(name) ?? new Set<AnyListener>();
      listeners.set(name, known);
      // The map above ties each name to its event type; the set forgets it.
      const entry = listener as AnyListener;
      known.add(entry);
      return () => void known.delete(entry);
    },
    settled: () => queue,
  };
}
