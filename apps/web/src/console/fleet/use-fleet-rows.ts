import { type Dimension, listInventory } from '@myriad/contract';
import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { client } from '../../shared/api/client.ts';
import { longPage } from '../../shared/api/use-pages.ts';
import type { FleetRow } from './FleetCell.tsx';
import type { FleetQuestion } from './fleet-question.ts';
import { createNewestRows } from './newest-rows.ts';

interface Page {
  readonly fields: readonly string[];
  readonly items: readonly FleetRow[];
  readonly next?: string | undefined;
}

/** What one call gives at most. */
const largePage = 500;
/** Rows that are read again one by one when they change; with more at once the list is left as it is until it is asked anew. */
const mostRefreshed = 100;

/** The rows a question finds, as far as one has scrolled; `refresh` reads single rows again where they stand. */
export function useFleetRows(dimension: Dimension, { where, fields, sort }: FleetQuestion, beside: readonly string[]) {
  const queries = useQueryClient();
  const standard = fields || undefined;
  const wanted =
    standard === undefined
      ? undefined
      : [...new Set([...standard.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/), ...beside])].join(',');
  const key = useMemo(
    () => [listInventory.id, dimension, where, wanted, sort, 'rows'],
    [dimension, where, wanted, sort],
  );
  const read = useCallback(
    (query: { where?: string; cursor?: string; limit?: number }, signal?: AbortSignal) =>
      client.call(listInventory, {
        params: { dimension },
        query: { ...(wanted ? { fields: wanted } : {}), ...query },
        ...(signal ? { signal } : {}),
      }),
    [dimension, wanted],
  );
  const rows = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }): Promise<Page> =>
      read(
        {
          // The first page is there at once; whoever scrolls on wants many.
          limit: pageParam ? largePage : longPage,
          ...(where ? { where } : {}),
          ...(sort ? { sort } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? null,
    placeholderData: keepPreviousData,
    enabled: wanted !== undefined,
    // Thousands of rows are not all read again because a window was looked at: what changes is told, row by row.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 30_000,
  });
  const items = useMemo(() => (rows.data?.pages ?? []).flatMap((page) => page.items), [rows.data]);
  const [newest] = useState(createNewestRows);
  const refresh = useCallback(
    async (ids: ReadonlySet<string>) => {
      const known = (queries.getQueryData<InfiniteData<Page>>(key)?.pages ?? [])
        .flatMap((page) => page.items)
        .flatMap(({ id }) => (typeof id === 'string' && ids.has(id) ? [id] : []));
      if (known.length === 0 || known.length > mostRefreshed) return;
      const stillWanted = newest.ask(known);
      const list = known.map((id) => `"${id}"`).join(',');
      const fresh = await read({ where: `id in (${list})`, limit: known.length }).catch(() => undefined);
      const byId = new Map(stillWanted(fresh?.items ?? []).map((row) => [row.id, row]));
      queries.setQueryData<InfiniteData<Page>>(
        key,
        (before) =>
          before && {
            ...before,
            pages: before.pages.map((page) => ({ ...page, items: page.items.map((row) => byId.get(row.id) ?? row) })),
          },
      );
    },
    [queries, key, read, newest],
  );
  return { rows, items, refresh };
}
