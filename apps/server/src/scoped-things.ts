import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ScopedThings } from './capabilities/auth/index.ts';
import { findingThing } from './capabilities/findings/index.ts';
import {
  allSubjectsSeen,
  isBlind,
  metadataThings,
  nameThings,
  type Sight,
  seenOnly,
  sightOf,
  worksNear,
} from './capabilities/metadata/index.ts';
import { createTaskThing } from './capabilities/tasks/index.ts';
import { findTicketOpener, ticketThing } from './capabilities/tickets/index.ts';
import type { Reader } from './platform/database/schema.ts';
import type { Actor } from './platform/policy/decision.ts';

/**
 * Rows of the audit log about what somebody operates: the things they operate, and the tickets and tasks over them alone. undefined:
 * they operate nothing.
 */
export async function auditSeenBy(db: Reader, actor: Actor): Promise<RawBuilder<SqlBool> | undefined> {
  const sight = await nameThings(db, sightOf(actor, ['dba', 'administrator']));
  if (sight !== 'everything' && isBlind(sight)) return undefined;
  const resource = sql.ref('audit.resource');
  // By id, row by row: a page is a hundred rows, and the ids of all tickets and tasks are many.
  const about = (noun: string, seen: RawBuilder<unknown>) =>
    sql`(${resource} like ${`${noun}/%`} and exists (select 1 from ${sql.table(noun)} as a
      where a.id = substr(${resource}, ${sql.lit(noun.length + 2)}) and ${seen}))`;
  const things = dimensions.map((kind) => about(kind, seenOnly(kind, sight, 'a') ?? sql`1 = 1`));
  const works = workKinds.map((kind) =>
    about(kind, sight === 'everything' ? sql`1 = 1` : allSubjectsSeen(sight, { ...subjectsOf(kind), ref: 'a.id' })),
  );
  const seen = sql<SqlBool>`(${sql.join([...things, ...works], sql` or `)})`;
  const near = sight === 'everything' ? undefined : resourcesNear(sight);
  return near ? sql<SqlBool>`(${resource} in (select an.resource from (${near}) as an) and ${seen})` : seen;
}

const dimensions = ['host', 'instance', 'cluster', 'application'] as const;
const workKinds = ['ticket', 'task'] as const;
const subjectsOf = (kind: (typeof workKinds)[number]) => ({ table: `${kind}_subject`, owner: `${kind}_id` });

/** Where somebody sees little: what the log may say of it, to be found by an index before it is judged. */
function resourcesNear(sight: Exclude<Sight, 'everything'>): RawBuilder<unknown> | undefined {
  const { things } = sight;
  if (!things) return undefined;
  const named = dimensions.flatMap((kind) =>
    things[kind].length === 0
      ? []
      : [
          sql`select concat(${`${kind}/`}, nm.id) as resource from ${sql.table(kind)} as nm
            where nm.id in (${sql.join([...things[kind]])})`,
        ],
  );
  const works = workKinds.map(
    (kind) =>
      sql`select concat(${`${kind}/`}, wk.id) as resource
        from (${worksNear(sight, { ...subjectsOf(kind), ref: 'a.id' })}) as wk`,
  );
  return sql.join([...named, ...works], sql` union all `);
}

/** Everything rights can reach, from the slice that keeps it; the names are those of `thingParameter` in the contract. */
export const scopedThings: ScopedThings = {
  ...metadataThings,
  task: createTaskThing(findTicketOpener),
  ticket: ticketThing,
  finding: findingThing,
};
