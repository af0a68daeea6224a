import { type FeedItem, readChangeFeed } from '@myriad/contract';
import { useEffect, useRef } from 'react';
import { client } from '../../shared/api/client.ts';

const holdSeconds = 25;
const againMs = 4_000;

/** Tells of every change of the record from now on, as it is committed, while the page is open. */
export function useRecordChanges(onChanges: (changes: readonly FeedItem[]) => void): void {
  const told = useRef(onChanges);
  told.current = onChanges;
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const pause = () => new Promise((resolve) => setTimeout(resolve, againMs));
    const follow = async () => {
      let after = 'latest';
      while (!signal.aborted) {
        try {
          const { items, cursor } = await client.call(readChangeFeed, {
            query: { after, limit: 500, wait: after === 'latest' ? 0 : holdSeconds },
            signal,
          });
          after = cursor;
          if (items.length > 0) told.current(items);
        } catch {
          if (signal.aborted) return;
          // A feed that begins anew, or a platform that is away: from now on is what a page needs.
          after = 'latest';
          await pause();
        }
      }
    };
    void follow();
    return () => ended.abort();
  }, []);
}
