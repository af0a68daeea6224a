import { type LogEntry, LogLine } from './log.ts';

/** The lines of a search as they come. What is no line of ours is left out; half a line at the end of a broken answer too. */
export async function* readLogLines(body: ReadableStream<Uint8Array>): AsyncGenerator<LogLine> {
  let rest = '';
  const reader = body
    .pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>)
    .getReader(); // the DOM's type of it takes less than it does.
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const parsed = line === '' ? undefined : parse(line);
        if (parsed) yield parsed;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function parse(line: string): LogLine | undefined {
  try {
    return LogLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Entries of many logs by time, the oldest first; those of one log stay in its order, and what has no time stays where it stood. */
export function mergeEntries(logs: Iterable<readonly LogEntry[]>): readonly LogEntry[] {
  const placed: { readonly at: number; readonly entry: LogEntry }[] = [];
  for (const entries of logs) {
    let last = 0;
    for (const entry of entries) {
      last = Math.max(last, entry.at ?? 0);
      placed.push({ at: last, entry });
    }
  }
  return placed.sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}
