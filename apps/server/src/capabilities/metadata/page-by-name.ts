import { ProblemError } from '../../platform/http/problem-error.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

const isBefore = (a: Named, b: Named) => (a.name === b.name ? a.id < b.id : a.name < b.name);

function readCursor(cursor: string): Named {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string')
      return { name: value[0], id: value[1] };
  } catch {}
  const words = { en: 'is not a cursor this list gave out', zh: '不是此列表返回的游标' };
  throw new ProblemError('INPUT_INVALID', { count: 1 }, [{ path: 'query.cursor', words }]);
}

/** One page of records in order of name and id. A record added or removed meanwhile never shifts the rest of the list. */
export function pageByName<T extends Named>(
  records: readonly T[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): { readonly items: T[]; readonly next?: string } {
  const sorted = [...records].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rest = after ? sorted.filter((record) => isBefore(after, record)) : sorted;
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  if (!last || rest.length <= limit) return { items };
  return { items, next: Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url') };
}
