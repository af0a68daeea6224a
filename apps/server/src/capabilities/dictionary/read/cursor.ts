import { z } from 'zod';
import { notACursor, readOpaque, writeOpaque } from '../../../platform/database/opaque.ts';
import type { Page } from '../../../platform/database/page.ts';

/** The place of a row in a list by schema, table and column. */
export interface Place {
  readonly sortKey: string;
  readonly id: string;
}

const CursorText = z.tuple([z.string().max(190), z.string().min(1).max(64)]);

/** @throws ProblemError INPUT_INVALID for anything this list did not give out */
export function readPlace(cursor: string): Place {
  const { data } = CursorText.safeParse(readOpaque(cursor));
  if (!data) throw notACursor();
  return { sortKey: data[0], id: data[1] };
}

/** One page in the order of place; `read` is asked for one row more, which tells whether there is a next page. */
export async function pageByPlace<Row extends { readonly sort_key: string; readonly id: string }, Item>(
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  read: (after: Place | undefined, limit: number) => Promise<readonly Row[]>,
  view: (rows: readonly Row[]) => Promise<readonly Item[]>,
): Promise<Page<Item>> {
  const rows = await read(cursor === undefined ? undefined : readPlace(cursor), limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: [...(await view(shown))],
    ...(last && rows.length > limit ? { next: writeOpaque([last.sort_key, last.id]) } : {}),
  };
}
