import { listSweepMarks, markLimit, type SweepMark } from '@myriad/contract';
import { useCallback, useSyncExternalStore } from 'react';
import { client } from '../../shared/api/client.ts';

export type MarkedDimension = 'host' | 'instance' | 'cluster';

interface Seen {
  readonly mark: SweepMark | undefined;
}

/** How often the rows on screen are asked after. */
const everyMs = 4_000;
/** Rows come on screen many at a time. */
const gatherMs = 60;

/**
 * How the things that are on screen stand right now. A row that is drawn says so, one that is not is not asked after; all that
 * are shown are asked about in one call.
 */
function createMarkBoard(dimension: MarkedDimension) {
  const shown = new Map<string, Set<() => void>>();
  const seen = new Map<string, Seen>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    timer = undefined;
    const ids = [...shown.keys()].slice(0, markLimit);
    if (ids.length === 0) return;
    if (!document.hidden)
      await client.call(listSweepMarks, { query: { dimension, ids: ids.join(',') } }).then(take(ids), () => undefined);
    if (shown.size > 0) timer ??= setTimeout(() => void ask(), everyMs);
  }
  const take = (ids: readonly string[]) => (answer: { readonly items: readonly SweepMark[] }) => {
    const marks = new Map(answer.items.map((mark) => [mark.id, mark]));
    for (const id of ids) {
      const mark = marks.get(id);
      // The same as before is the same object: a row that stands as it stood is not drawn again.
      const before = seen.get(id);
      if (before && sameStand(before.mark, mark)) continue;
      seen.set(id, { mark });
      for (const listener of shown.get(id) ?? []) listener();
    }
  };
  return {
    read: (id: string): Seen | undefined => seen.get(id),
    show: (id: string, listener: () => void): (() => void) => {
      const listeners = shown.get(id) ?? new Set();
      shown.set(id, listeners.add(listener));
      if (!seen.has(id)) {
        clearTimeout(timer);
        timer = setTimeout(() => void ask(), gatherMs);
      }
      timer ??= setTimeout(() => void ask(), everyMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) shown.delete(id);
      };
    },
  };
}

/** Only the time of the look moves while nothing happens. */
const sameStand = (a: SweepMark | undefined, b: SweepMark | undefined): boolean =>
  JSON.stringify({ ...a, lookedAt: 0 }) === JSON.stringify({ ...b, lookedAt: 0 });

const boards = {
  host: createMarkBoard('host'),
  instance: createMarkBoard('instance'),
  cluster: createMarkBoard('cluster'),
};

/** `undefined`: not known yet; `mark: undefined`: it is not looked at. */
export function useMark(dimension: MarkedDimension, id: string): Seen | undefined {
  const board = boards[dimension];
  const show = useCallback((listener: () => void) => board.show(id, listener), [board, id]);
  return useSyncExternalStore(show, () => board.read(id));
}
