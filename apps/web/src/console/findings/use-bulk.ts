import type { CallInput, Endpoint } from '@myriad/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../shared/api/client.ts';

export interface Refused {
  readonly id: string;
  readonly error: Error;
}

/** One write for each of several things, one after another, so that what is refused of one stops none of the others. */
export function useBulk<E extends Endpoint>(
  endpoint: E,
  { refreshes, onDone }: { readonly refreshes: readonly Pick<Endpoint, 'id'>[]; readonly onDone: () => void },
) {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const send = async (inputs: readonly { readonly id: string; readonly input: CallInput<E> }[]) => {
    const said: Refused[] = [];
    setRefused([]);
    setProgress({ done: 0, total: inputs.length });
    let done = 0;
    for (const { id, input } of inputs) {
      try {
        await client.call(endpoint, input);
        done += 1;
        setProgress({ done, total: inputs.length });
      } catch (error) {
        said.push({ id, error: error instanceof Error ? error : new Error(String(error)) });
      }
    }
    for (const { id } of refreshes) void queries.invalidateQueries({ queryKey: [id] });
    setRefused(said);
    if (said.length === 0) {
      setProgress(undefined);
      onDone();
    }
  };
  const isSending = progress !== undefined && progress.done + refused.length < progress.total;
  return { send: (...given: Parameters<typeof send>) => void send(...given), isSending, progress, refused };
}
