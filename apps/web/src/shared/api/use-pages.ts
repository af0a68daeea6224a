import type { Answer, CallInput, Endpoint } from '@myriad/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { client } from './client.ts';
import { type AnswerOptions, answerKey } from './use-answer.ts';

/** Rows of one page, where a list is read by scrolling. */
export const longPage = 200;
/** With more pages than this on screen, looking again is done more slowly: every page is fetched again. */
const fewPages = 2;

interface Page {
  readonly items: readonly unknown[];
  readonly next?: string | undefined;
}

/** A list that comes in pages: everything fetched so far, and `more()` for the next page. */
export function usePages<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  { enabled = true, everyMs = false }: AnswerOptions = {},
) {
  const pages = useInfiniteQuery({
    // Kept apart from one answer to the same question, which has another shape.
    queryKey: [...answerKey(endpoint, input), 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...(input as { query?: object }).query, ...(pageParam ? { cursor: pageParam } : {}) };
      return client.call(endpoint, { ...input, query, signal });
    },
    initialPageParam: '',
    getNextPageParam: (last) => (last as Page).next ?? null,
    placeholderData: keepPreviousData,
    enabled,
    refetchInterval: ({ state }) =>
      everyMs !== false && (state.data?.pages.length ?? 0) > fewPages ? everyMs * 4 : everyMs,
  });
  const items = (pages.data?.pages ?? []).flatMap((page) => (page as Page).items) as Items<Answer<E>>;
  return {
    query: { ...pages, data: pages.data ? items : undefined },
    items,
    /** What the answer says besides its items: abilities of the list. */
    head: pages.data?.pages[0] as Omit<Answer<E>, 'items'> | undefined,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    isFetchingMore: pages.isFetchingNextPage,
  };
}

type Items<A> = A extends { items: infer I } ? I : never;
