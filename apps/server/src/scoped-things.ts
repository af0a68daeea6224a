import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ScopedThings } from './capabilities/auth/index.ts';
import { findingThing } from './capabilities/findings/index.ts';
import { allSubjectsSeen, isBlind, metadataThings, seenOnly, sightOf } from './capabilities/metadata/index.ts';
import { createTaskThing } from './capabilities/tasks/index.ts';
import { findTicketOpener, ticketThing } from './capabilities/tickets/index.ts';
import type { Actor } from './platform/policy/decision.ts';

/**
 * Rows of the audit log about what somebody operates: the things they operate, and the tickets and tasks over them alone. undefined:
 * they operate nothing.
 */
export function auditSeenBy(actor: Actor): RawBuilder<SqlBool> | undefined {
  const sight = sightOf(actor, ['dba', 'administrator']);
  if (sight !== 'everything' && isBlind(sight)) return undefined;
  const resource = sql.ref('audit.resource');
  // By id, row by row: a page is a hundred rows, and the ids of all tickets and tasks are many.
  const about = (noun: string, seen: RawBuilder<unknown>) =>
    sql`(${resource} like ${`${noun}/%`} and exists (select 1 from ${sql.table(noun)} as a
      where a.id = substr(${resource}, ${sql.lit(noun.length + 2)}) and ${seen}))`;
  const things = (['host', 'instance', 'cluster', 'application'] as const).map((kind) =>
    about(kind, seenOnly(kind, sight, 'a') ?? sql`1 = 1`),
  );
  const works = (['ticket', 'task'] as const).map((kind) => {
    const subjects = { table: `${kind}_subject`, owner: `${kind}_id`, ref: 'a.id' };
    return about(kind, sight === 'everything' ? sql`1 = 1` : allSubjectsSeen(sight, subjects));
  });
  return sql<SqlBool>`(${sql.join([...things, ...works], sql` or `)})`;
}

/** Everything rights can reach, from the slice that keeps it; the names are those of `thingParameter` in the contract. */
export const scopedThings: ScopedThings = {
  ...metadataThings,
  task: createTaskThing(findTicketOpener),
  ticket: ticketThing,
  finding: findingThing,
};
