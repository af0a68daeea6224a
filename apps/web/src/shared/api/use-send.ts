import type { Answer, CallInput, Endpoint } from '@myriad/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from './client.ts';

/** Not `crypto.randomUUID`: that is missing where the console is read over plain http from another machine. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface SendOptions<E extends Endpoint> {
  /** Ids of endpoints whose answers are asked for again afterwards. */
  readonly refreshes?: readonly Pick<Endpoint, 'id'>[];
  /** With what was sent: of two on their way the older one may be answered last. */
  readonly onDone?: (answer: Answer<E>, input: CallInput<E>) => void;
  readonly onRefused?: (error: Error) => void;
}

/** A write: `send(input)` under one key, so that a repeat after a lost answer does nothing twice. */
export function useSend<E extends Endpoint>(endpoint: E, { refreshes = [], onDone, onRefused }: SendOptions<E> = {}) {
  const queries = useQueryClient();
  const mutation = useMutation<Answer<E>, Error, CallInput<E>>({
    mutationFn: (input) => client.call(endpoint, input),
    onSuccess: (answer, input) => {
      for (const { id } of refreshes) void queries.invalidateQueries({ queryKey: [id] });
      onDone?.(answer, input);
    },
    onError: (error) => onRefused?.(error),
  });
  return {
    send: (input: CallInput<E>) => mutation.mutate({ ...input, idempotencyKey: newIdempotencyKey() }),
    isSending: mutation.isPending,
    error: mutation.error ?? undefined,
    answer: mutation.data,
    reset: mutation.reset,
  };
}
