import type { TaskEvent } from '@myriad/contract';
import { type ProgressLook, rememberLook } from '../../shared/format/progress-rate.ts';

type Progress = NonNullable<TaskEvent['progress']>;

/** What the live events of a task have told so far. */
export interface TaskLog {
  /** Lines and changes of state, oldest first. */
  readonly lines: readonly TaskEvent[];
  readonly progress: ReadonlyMap<string, Progress>;
  readonly looks: ReadonlyMap<string, readonly ProgressLook[]>;
  readonly lastSeq: number;
}

export const emptyLog: TaskLog = { lines: [], progress: new Map(), looks: new Map(), lastSeq: 0 };

const keptLines = 5_000;

/** Adds events that came, in any pieces, each once; the oldest lines beyond 5,000 are let go. */
export function addEvents(log: TaskLog, events: readonly TaskEvent[]): TaskLog {
  const fresh = events.filter(({ seq }) => seq > log.lastSeq).sort((a, b) => a.seq - b.seq);
  const last = fresh.at(-1);
  if (!last) return log;
  const progress = new Map(log.progress);
  const looks = new Map(log.looks);
  for (const { stepId, progress: seen, at } of fresh) {
    if (!stepId || !seen) continue;
    progress.set(stepId, seen);
    looks.set(stepId, rememberLook(looks.get(stepId) ?? [], { at, done: seen.done, total: seen.total }));
  }
  const lines = fresh.filter(({ type }) => type !== 'progress');
  return { lines: [...log.lines, ...lines].slice(-keptLines), progress, looks, lastSeq: last.seq };
}
