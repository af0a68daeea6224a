import { notACursor, readOpaque, writeOpaque } from '../../platform/database/opaque.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** So many records in order of name and id, from behind this one on. */
export interface NamePage {
  readonly after?: Named | undefined;
  readonly limit: number;
}

export interface NameQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const isBefore = (a: Named, b: Named) => (a.name === b.name ? a.id < b.id : a.name < b.name);

function readCursor(cursor: string): Named {
  const value = readOpaque(cursor);
  if (!Array.isArray(value) || typeof value[0] !== 'string' || typeof value[1] !== 'string') throw notACursor();
  return { name: value[0], id: value[1] };
}

/** One page of records in order of name and id. A record added or removed meanwhile never shifts the rest of the list. */
export function pageByName<T extends Named>(
  records: readonly T[],
  { limit, cursor }: NameQuery,
): { readonly items: T[]; readonly next?: string } {
  const sorted = [...records].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rest = after ? sorted.filter((record) => isBefore(after, record)) : sorted;
  return pageOf(rest, limit);
}

/** The same where the store reads the page: one record more than a page tells whether there is a next one. */
export async function readPageByName<T extends Named>(
  { limit, cursor }: NameQuery,
  read: (page: NamePage) => Promise<readonly T[]>,
): Promise<{ readonly items: T[]; readonly next?: string }> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  return pageOf(await read({ after, limit: limit + 1 }), limit);
}

function pageOf<T extends Named>(rest: readonly T[], limit: number): { readonly items: T[]; readonly next?: string } {
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  if (!last || rest.length <= limit) return { items };
  return { items, next: writeOpaque([last.name, last.id]) };
}
