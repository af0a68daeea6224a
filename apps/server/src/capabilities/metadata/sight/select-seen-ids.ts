import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/schema.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import type { EntityKind } from '../records.ts';
import { seenIn, sightOf } from './sight.ts';

/** Those of these ids that one sees, in their order. */
export async function selectSeenIds(
  db: Reader,
  actor: Pick<Actor, 'roles' | 'rights'>,
  entity: EntityKind,
  ids: readonly string[],
): Promise<string[]> {
  const sight = sightOf(actor);
  if (sight === 'everything') return [...ids];
  const seen = new Set<string>();
  // In pieces, for a statement takes so many values and no more.
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500);
    const { rows } = await sql<{ id: string }>`select d.id from ${sql.table(entity)} as d
      where d.id in (${sql.join(some)}) and ${seenIn(entity, sight, 'd')}`.execute(db);
    for (const { id } of rows) seen.add(id);
  }
  return ids.filter((id) => seen.has(id));
}
