import type { ReviewProgress } from '@myriad/contract';
import type { Clock } from '../../platform/clock/clock.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';

/** A review that is being made: where it stands, for whoever watches, and whether it was cancelled. */
export interface ReviewRun extends Disposable {
  readonly seen: (change: Partial<Omit<ReviewProgress, 'startedAt'>>) => void;
  /** @throws ProblemError REVIEW_CANCELLED */
  readonly requireWanted: () => void;
  /** Waits for work that goes on by itself, no longer than somebody wants it. @throws ProblemError REVIEW_CANCELLED */
  readonly orCancelled: <T>(work: Promise<T>) => Promise<T>;
}

export interface ReviewRuns {
  /** `id`: the name its asker chose; absent: nobody watches. */
  readonly begin: (actorId: string, id: string | undefined) => ReviewRun;
  readonly find: (actorId: string, id: string) => ReviewProgress | undefined;
  /** Whether there was one that could still be: what is being kept is kept. */
  readonly cancel: (actorId: string, id: string) => boolean;
}

interface Kept {
  progress: ReviewProgress;
  readonly cancelled: AbortController;
}

/** In memory: a review lives no longer than the call that asked for it, in the one process that answers calls. */
export function createRuns(clock: Clock): ReviewRuns {
  const runs = new Map<string, Kept>();
  const keyOf = (actorId: string, id: string) => `${actorId} ${id}`;
  return {
    begin: (actorId, id) => {
      const nothing = { judged: 0, statements: 0, readBytes: 0, bytes: 0 };
      const kept: Kept = {
        progress: { phase: 'reading', startedAt: clock.now(), ...nothing },
        cancelled: new AbortController(),
      };
      const key = id === undefined ? undefined : keyOf(actorId, id);
      if (key !== undefined) runs.set(key, kept);
      return {
        seen: (change) => {
          kept.progress = { ...kept.progress, ...change };
        },
        requireWanted: () => {
          if (kept.cancelled.signal.aborted) throw new ProblemError('REVIEW_CANCELLED');
        },
        orCancelled: async (work) => {
          const { promise, reject } = Promise.withResolvers<never>();
          const end = () => reject(new ProblemError('REVIEW_CANCELLED'));
          if (kept.cancelled.signal.aborted) end();
          kept.cancelled.signal.addEventListener('abort', end, { once: true });
          try {
            return await Promise.race([work, promise]);
          } finally {
            kept.cancelled.signal.removeEventListener('abort', end);
          }
        },
        [Symbol.dispose]: () => {
          // A repeated call by the same name took its place.
          if (key !== undefined && runs.get(key) === kept) runs.delete(key);
        },
      };
    },
    find: (actorId, id) => runs.get(keyOf(actorId, id))?.progress,
    cancel: (actorId, id) => {
      const kept = runs.get(keyOf(actorId, id));
      if (kept === undefined || kept.progress.phase === 'keeping') return false;
      kept.cancelled.abort();
      return true;
    },
  };
}
