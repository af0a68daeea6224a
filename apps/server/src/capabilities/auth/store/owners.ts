import '../tables.ts';
import type { Reader } from '../../../platform/database/schema.ts';
import { nameKeyOf } from '../name-key.ts';

/** Whom the name of an owner stands for. */
export interface OwnerFound {
  readonly kind: 'person' | 'group';
  readonly id: string;
  readonly name: string;
  /** Ids of those who may sign in: the person, or the group's. */
  readonly people: readonly string[];
}

/** A statement takes so many values and no more. */
const atOnce = 500;

/**
 * Who is meant by names that people gave as owners, compared as names of people are: somebody who signs in before a group of
 * the same name. Looked up each time, so that a name written before its person came is theirs from then on.
 */
export async function findOwners(
  db: Reader,
  names: readonly string[],
): Promise<(name: string) => OwnerFound | undefined> {
  const keys = [...new Set(names.map(nameKeyOf))].filter((key) => key !== '');
  const found = new Map<string, OwnerFound>();
  for (let at = 0; at < keys.length; at += atOnce) {
    const some = keys.slice(at, at + atOnce);
    for (const [key, group] of await selectGroups(db, some)) found.set(key, group);
    const users = db.selectFrom('user').select(['id', 'name', 'name_key', 'disabled']).where('name_key', 'in', some);
    for (const { id, name, name_key, disabled } of await users.execute())
      found.set(name_key, { kind: 'person', id, name, people: Number(disabled) === 1 ? [] : [id] });
  }
  return (name) => found.get(nameKeyOf(name));
}

async function selectGroups(db: Reader, keys: readonly string[]): Promise<ReadonlyMap<string, OwnerFound>> {
  const rows = await db
    .selectFrom('person_group as g')
    .leftJoin('group_member as m', 'm.group_id', 'g.id')
    .leftJoin('user as u', 'u.id', 'm.user_id')
    .select(['g.id', 'g.name', 'g.name_key', 'u.id as person', 'u.disabled'])
    .where('g.name_key', 'in', keys)
    .execute();
  const groups = new Map<string, OwnerFound>();
  for (const { id, name, name_key, person, disabled } of rows) {
    const people = groups.get(name_key)?.people ?? [];
    const more = person !== null && Number(disabled) === 0 ? [person] : [];
    groups.set(name_key, { kind: 'group', id, name, people: [...people, ...more] });
  }
  return groups;
}
