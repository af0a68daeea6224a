import { z } from 'zod';
import { ProblemError } from '../http/problem-error.ts';

const CursorText = z.tuple([z.number().int().nonnegative(), z.string().min(1).max(100)]);

/** Where a page begins: after this row, in the order (created at, id). */
export interface Cursor {
  readonly createdAt: number;
  readonly id: string;
}

export const writeCursor = ({ createdAt, id }: Cursor): string =>
  Buffer.from(JSON.stringify([createdAt, id])).toString('base64url');

/** Throws INPUT_INVALID for anything `writeCursor` did not write. */
export function readCursor(text: string): Cursor {
  try {
    const [createdAt, id] = CursorText.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { createdAt, id };
  } catch {
    const words = { en: 'is not a cursor this list gave out', zh: '不是此列表返回的游标' };
    throw new ProblemError('INPUT_INVALID', { count: 1 }, [{ path: 'query.cursor', words }]);
  }
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
