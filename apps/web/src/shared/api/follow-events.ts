import { TaskEvent } from '@myriad/contract';
import { createEventParser } from './event-parser.ts';

export interface Following {
  /** Events with a `seq` above this are wanted. */
  readonly after: number;
  readonly signal: AbortSignal;
  onEvents(events: readonly TaskEvent[]): void;
  /** `undefined` = connected. */
  onLost(since: number | undefined): void;
}

const firstWaitMs = 500;
const longestWaitMs = 8_000;

const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

function readEvent(data: string): TaskEvent | undefined {
  try {
    return TaskEvent.parse(JSON.parse(data));
  } catch {
    return undefined;
  }
}

/**
 * Follows the live events of a task until aborted, and takes up again after the last one seen whenever the line breaks.
 * By `fetch` instead of EventSource, because that gives up for good on the first answer that is not 200.
 */
export async function followTaskEvents(taskId: string, following: Following): Promise<void> {
  const { signal } = following;
  let after = following.after;
  let waitMs = firstWaitMs;
  let lostSince: number | undefined;
  while (!signal.aborted) {
    try {
      const response = await fetch(`/api/tasks/${encodeURIComponent(taskId)}/events/stream`, {
        headers: { accept: 'text/event-stream', ...(after > 0 ? { 'last-event-id': String(after) } : {}) },
        signal,
      });
      if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
      lostSince = undefined;
      following.onLost(undefined);
      waitMs = firstWaitMs;
      const parse = createEventParser();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        const events = parse(part.value).flatMap(({ data }) => readEvent(data) ?? []);
        const fresh = events.filter(({ seq }) => seq > after);
        if (fresh.length === 0) continue;
        after = Math.max(after, ...fresh.map(({ seq }) => seq));
        following.onEvents(fresh);
      }
    } catch {
      if (signal.aborted) return;
      lostSince ??= Date.now();
      following.onLost(lostSince);
    }
    await wait(waitMs, signal);
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  }
}
