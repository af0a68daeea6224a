import type { Endpoint } from '@myriad/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { createEventParser } from './event-parser.ts';

const againMs = 5_000;
/** News come in swarms: one look for all of a swarm. */
const gatherMs = 700;

/**
 * While the page is seen, asks these endpoints again whenever something about the fleet changed: an instance began or ceased
 * to answer, a finding came, went or was handled.
 */
export function useFleetNews(refreshes: readonly Pick<Endpoint, 'id'>[]): void {
  const queries = useQueryClient();
  const wanted = useRef(refreshes);
  wanted.current = refreshes;
  useEffect(() => {
    const over = new AbortController();
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        for (const { id } of wanted.current) void queries.invalidateQueries({ queryKey: [id] });
      }, gatherMs);
    };
    let after = '';
    const listen = async () => {
      try {
        const headers = { accept: 'text/event-stream', ...(after ? { 'last-event-id': after } : {}) };
        const response = await fetch('/api/sweeps/events', { headers, signal: over.signal });
        if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
        const parse = createEventParser();
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
          const events = parse(part.value);
          // The first one only says where the stream stands.
          if (events.length > (after === '' ? 1 : 0)) look();
          after = events.at(-1)?.id ?? after;
        }
      } catch {
        // The banner of the lost connection speaks for every page; here it is only tried again.
      }
      if (!over.signal.aborted) again = setTimeout(() => void listen(), againMs);
    };
    void listen();
    return () => {
      over.abort();
      clearTimeout(gathering);
      clearTimeout(again);
    };
  }, [queries]);
}
