import './events.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Events } from '../../platform/events/events.ts';

export interface FeedEntry {
  readonly id: number;
  readonly type: string;
  readonly data: unknown;
}

/** What pages that are open must hear of: instances that changed, findings that came and went. */
export interface ChangeFeed {
  /** After this id, oldest first. One who was away too long gets a `reload` instead of what is not kept any more. */
  readonly read: (afterId: number) => readonly FeedEntry[];
  readonly onNews: (wake: () => void) => () => void;
}

const mostKept = 2000;
const mostAtOnce = 200;
const told = ['instance.seen', 'finding.opened', 'finding.closed', 'finding.changed'] as const;

/** In memory, for a hint is enough: whoever opens a page reads the rows first. Ids grow over restarts too. */
export function createChangeFeed(clock: Clock, events: Pick<Events, 'on'>): ChangeFeed {
  const first = clock.now() * 1000;
  let last = first;
  let kept: FeedEntry[] = [];
  const listeners = new Set<() => void>();
  for (const type of told)
    events.on(type, (data) => {
      last += 1;
      kept.push({ id: last, type, data });
      // Twice as many, then half: not one by one.
      if (kept.length > 2 * mostKept) kept = kept.slice(-mostKept);
      for (const wake of [...listeners]) wake();
    });
  return {
    read: (afterId) => {
      // A new listener has just read the rows: it hears what comes from now on.
      if (afterId === 0) return [{ id: last, type: 'ready', data: {} }];
      const oldest = kept[0]?.id ?? last + 1;
      if (afterId < oldest - 1 || afterId > last) return [{ id: last, type: 'reload', data: {} }];
      return kept.slice(afterId - oldest + 1, afterId - oldest + 1 + mostAtOnce);
    },
    onNews: (wake) => {
      const own = () => wake();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
