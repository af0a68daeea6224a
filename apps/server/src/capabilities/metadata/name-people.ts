import type { Db } from '../../platform/database/schema.ts';
import { findUser } from '../auth/index.ts';

/** What a person is called; undefined where nobody has that id any more. */
export type FindPerson = (db: Db, id: string) => Promise<{ readonly id: string; readonly name: string } | undefined>;

interface Sourced {
  readonly source: string;
  readonly sourceId?: string | undefined;
}

/** A person's id says nothing to people: their name stands beside it, also when they are disabled. */
export async function withNames<Item extends Sourced>(
  db: Db,
  items: readonly Item[],
  findPerson: FindPerson = findUser,
): Promise<(Item & { sourceName?: string })[]> {
  const ids = new Set(items.flatMap(({ source, sourceId }) => (source === 'person' && sourceId ? [sourceId] : [])));
  const people = await Promise.all([...ids].map((id) => findPerson(db, id)));
  const names = new Map(people.flatMap((person) => (person ? [[person.id, person.name]] : [])));
  return items.map((item) => {
    const name = item.source === 'person' ? names.get(item.sourceId ?? '') : undefined;
    return name === undefined ? item : { ...item, sourceName: name };
  });
}
