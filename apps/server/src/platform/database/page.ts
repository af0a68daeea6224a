import { z } from 'zod';
import { notACursor, readOpaque, writeOpaque } from './opaque.ts';

const CursorText = z.tuple([z.number().int().nonnegative(), z.string().min(1).max(100)]);

/** Where a page begins: after this row, in the order (created at, id). */
export interface Cursor {
  readonly createdAt: number;
  readonly id: string;
}

export const writeCursor = ({ createdAt, id }: Cursor): string => writeOpaque([createdAt, id]);

/** @throws CursorUnreadable (in an answer: INPUT_INVALID) for anything `writeCursor` did not write. */
export function readCursor(text: string): Cursor {
  const { data } = CursorText.safeParse(readOpaque(text));
  if (!data) throw notACursor();
  const [createdAt, id] = data;
  return { createdAt, id };
}

export interface Page<Item> {
  readonly items: Item[];
  readonly next?: string;
}

/**
 * One page of a list, newest first. `read` fetches up to `limit` rows after the cursor in the order created_at desc, id desc
 * (see `beforeCursor`); one row more than a page tells whether there is a next one.
 */
export async function readPage<Row, Item>(
  query: { readonly limit: number; readonly cursor?: string | undefined },
  read: (after: Cursor | undefined, limit: number) => Promise<readonly Row[]>,
  cursorOf: (row: Row) => Cursor,
  view: (row: Row) => Item,
): Promise<Page<Item>> {
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const rows = await read(after, query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    ...(last !== undefined && rows.length > query.limit ? { next: writeCursor(cursorOf(last)) } : {}),
  };
}
