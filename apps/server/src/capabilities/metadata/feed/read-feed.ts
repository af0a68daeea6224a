import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { MetadataParts } from '../parts.ts';
import type { Sight } from '../sight/sight.ts';
import { findPlaced, type PlacedChange, readHead, selectPlaced } from '../store/feed.ts';
import { placeChanges } from './place-changes.ts';

export interface FeedPage {
  readonly items: readonly PlacedChange[];
  /** Of the last item, or the one that was asked with. */
  readonly cursor: string;
  readonly more: boolean;
}

export interface FeedQuery {
  readonly after?: string | undefined;
  readonly limit: number;
  /** Seconds. */
  readonly wait: number;
  readonly seenBy?: Sight;
}

/** A place and the change that has it: a store restored from a backup gives the same places to other changes, and is found out. */
const cursorOf = (sequence: number, id: string): string => `${sequence}.${id}`;
const beginning = '0';

async function readCursor(db: Db, cursor: string): Promise<number> {
  if (cursor === beginning) return 0;
  const [, sequence, id] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(cursor) ?? [];
  if (sequence === undefined) {
    const words = { en: 'is not a cursor this feed gave out', zh: '不是此变更流返回的游标' };
    throw new ProblemError('INPUT_INVALID', { count: 1 }, [{ path: 'query.after', words }]);
  }
  if ((await findPlaced(db, Number(sequence))) !== id) throw new ProblemError('FEED_CURSOR_UNKNOWN');
  return Number(sequence);
}

async function latest(db: Db): Promise<FeedPage> {
  await placeChanges(db, Number.POSITIVE_INFINITY);
  const head = await readHead(db);
  const id = head === 0 ? undefined : await findPlaced(db, head);
  return { items: [], cursor: id === undefined ? beginning : cursorOf(head, id), more: false };
}

/** The changes after a cursor, oldest first. Where there is none it waits for one, at most `wait` seconds. */
export async function readFeed(
  { db, metadata, stopping }: MetadataParts & { readonly stopping: AbortSignal },
  { after = beginning, limit, wait, seenBy }: FeedQuery,
): Promise<FeedPage> {
  if (after === 'latest') return latest(db);
  let from = await readCursor(db, after);
  let cursor = after;
  const over = AbortSignal.any([stopping, AbortSignal.timeout(wait * 1000)]);
  let news = Promise.withResolvers<void>();
  const stop = metadata.onChange(() => news.resolve());
  try {
    for (;;) {
      // Renewed before reading: what is committed while we read wakes the next round.
      news = Promise.withResolvers();
      await placeChanges(db);
      // Read before the rows: what lies up to it and is not among them is not theirs to see, and never asked about again.
      const head = await readHead(db);
      const found = await selectPlaced(db, from, limit + 1, seenBy);
      const items = found.slice(0, limit);
      const last = items.at(-1);
      if (last) return { items, cursor: cursorOf(last.sequence, last.id), more: found.length > limit };
      const headId = head > from ? await findPlaced(db, head) : undefined;
      if (headId !== undefined) {
        from = head;
        cursor = cursorOf(head, headId);
      }
      if (wait === 0 || over.aborted) return { items: [], cursor, more: false };
      await Promise.race([news.promise, pause(wait * 1000, undefined, { signal: over }).catch(() => undefined)]);
    }
  } finally {
    stop();
  }
}

/** For a stream: what comes after a place, of what one sees. */
export async function readFeedAfter(db: Db, sequence: number, seenBy: Sight): Promise<readonly PlacedChange[]> {
  await placeChanges(db);
  return selectPlaced(db, sequence, 200, seenBy);
}
