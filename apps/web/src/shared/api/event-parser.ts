/** One server-sent event: its id (when it has one) and its data, lines joined. */
export interface ServerEvent {
  readonly id?: string;
  readonly data: string;
}

/**
 * Reads server-sent events out of text as it arrives, in pieces of any size. Comments (heartbeats) and events without data
 * give nothing. https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export function createEventParser(): (text: string) => ServerEvent[] {
  let rest = '';
  let data: string[] = [];
  let id: string | undefined;
  const takeLine = (line: string, events: ServerEvent[]) => {
    if (line === '') {
      if (data.length > 0) events.push({ ...(id === undefined ? {} : { id }), data: data.join('\n') });
      data = [];
      id = undefined;
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    if (field === 'id') id = value;
  };
  return (text) => {
    const events: ServerEvent[] = [];
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) takeLine(line.replace(/\r$/, ''), events);
    return events;
  };
}
