import { TaskEvent } from '@myriad/contract';
import type { Server } from '../../command.ts';

/** The stream ended or broke; the caller asks again from the last event it saw. */
export async function* followEvents(
  { url, headers }: Pick<Server, 'url' | 'headers'>,
  taskId: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<TaskEvent> {
  const address = `${url}/api/tasks/${encodeURIComponent(taskId)}/events/stream`;
  const response = await fetch(address, {
    headers: { ...headers, accept: 'text/event-stream', ...(after > 0 ? { 'last-event-id': String(after) } : {}) },
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`the event stream answered ${response.status}`);
  const text = response.body.pipeThrough(new TextDecoderStream());
  for await (const message of messagesOf(text)) {
    const event = TaskEvent.safeParse(tryJson(message));
    if (event.success) yield event.data;
  }
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The data of each server-sent message (WHATWG HTML, 9.2.6); comments, ids and names are left out. */
export async function* messagesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let data: string[] = [];
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '' && data.length > 0) {
        yield data.join('\n');
        data = [];
      } else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
    }
  }
}
