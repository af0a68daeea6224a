import type { Answer, CallInput, Endpoint } from '@myriad/contract';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from './client.ts';

export interface AnswerOptions {
  readonly enabled?: boolean;
  /** Ask again this often (ms) while the page is seen. */
  readonly everyMs?: number | false;
  /** While something else is asked for, the last answer stays. */
  readonly keeps?: true;
}

export const answerKey = (endpoint: Pick<Endpoint, 'id'>, input: object) => [endpoint.id, input] as const;

/** What an endpoint answers, kept and shared between the parts of a page. */
export function useAnswer<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  { enabled = true, everyMs = false, keeps }: AnswerOptions = {},
): UseQueryResult<Answer<E>, Error> {
  return useQuery<Answer<E>, Error>({
    queryKey: answerKey(endpoint, input),
    queryFn: ({ signal }) => client.call(endpoint, { ...input, signal }),
    enabled,
    refetchInterval: everyMs,
    ...(keeps ? { placeholderData: keepPreviousData } : {}),
  });
}
