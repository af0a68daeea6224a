import { type CreateTableBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Columns } from '../../../platform/database/migration.ts';
import type { Reader } from '../../../platform/database/schema.ts';
import { nowhere, type Place } from '../../auth/index.ts';
import { nameThings } from './name-things.ts';
import { clusterLies, isBlind, type NarrowSight, never, type Sight, seenClusters } from './sight.ts';
import { metadataThings } from './standings.ts';
import type { Subject } from './subjects.ts';

/** Columns of a table that says what rows of another one are about; its slice owns it. */
export interface SubjectColumns {
  entity: Subject['entity'];
  entity_id: string;
  application_id: string | null;
  environment: string | null;
}

export const subjectColumns = (table: CreateTableBuilder<string, never>, owner: string, columns: Columns) =>
  table
    .addColumn(owner, columns.str(36), (column) => column.notNull())
    .addColumn('entity', columns.str(20), (column) => column.notNull())
    .addColumn('entity_id', columns.str(64), (column) => column.notNull())
    .addColumn('application_id', columns.str(64))
    .addColumn('environment', columns.str(64));

export const subjectRow = ({ entity, id, applicationId, environment }: Subject): SubjectColumns => ({
  entity,
  entity_id: id,
  application_id: applicationId,
  environment,
});

export const subjectOfRow = (row: SubjectColumns): Subject => ({
  entity: row.entity,
  id: row.entity_id,
  applicationId: row.application_id,
  environment: row.environment,
});

/** Where subjects lie; a right must reach each of these. */
export async function placesOfSubjects(db: Reader, subjects: readonly Subject[]): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const subject of subjects) places.push(...(await placesOf(db, subject)));
  return places;
}

async function placesOf(db: Reader, { entity, id, applicationId, environment }: Subject): Promise<readonly Place[]> {
  if (entity === 'application') return [{ ...nowhere, application: id }];
  const standing = await metadataThings[entity].stands(db, id);
  if (!standing) return [entity === 'cluster' ? { cluster: id, application: applicationId, environment } : nowhere];
  return standing.shownBy.length === 0 ? [nowhere] : standing.shownBy;
}

/** Where the subjects of a kind of work stand: their table, its column for the work's id, and where that id is to be found. */
export interface SubjectsOf {
  readonly table: string;
  readonly owner: string;
  readonly ref: string;
}

/**
 * The condition that every subject of an owner is seen, and that there is one: what touches a thing outside of one's sight is not
 * shown in part, for its plan and its log name all it touches. The same judgement as `rolesTowards` with `shown: 'each'`.
 */
export function allSubjectsSeen(sight: NarrowSight, { table, owner, ref }: SubjectsOf): RawBuilder<SqlBool> {
  if (isBlind(sight)) return never;
  const of = sql`from ${sql.table(table)} as su where ${sql.ref(`su.${owner}`)} = ${sql.ref(ref)}`;
  return sql<SqlBool>`(exists (select 1 ${of}) and not exists (select 1 ${of} and not ${subjectSeen(sight)}))`;
}

/** More are not named one by one. */
const fewWorks = 1000;

/**
 * The condition that a work is one's own or all its subjects are seen; undefined: all are. Where little is seen (`nameThings`), the
 * works that may be are found by their subjects first, instead of judging each there ever was: few of them by their ids, for no
 * store then mistakes which side is the small one.
 */
export async function workSeen(
  db: Reader,
  all: Sight,
  of: SubjectsOf,
  own?: { readonly is: RawBuilder<SqlBool>; readonly ids: RawBuilder<unknown> },
): Promise<RawBuilder<SqlBool> | undefined> {
  const sight = await nameThings(db, all);
  if (sight === 'everything') return undefined;
  const work = allSubjectsSeen(sight, of);
  const seen = own ? sql<SqlBool>`(${own.is} or ${work})` : work;
  const near = worksNear(sight, of);
  if (!near) return seen;
  const ids = sql`select wn.id from (${own ? sql`${near} union ${own.ids}` : near}) as wn`;
  const { rows } = await sql<{ id: string }>`${ids} limit ${sql.lit(fewWorks + 1)}`.execute(db);
  if (rows.length === 0) return never;
  const among = rows.length > fewWorks ? ids : sql.join(rows.map(({ id }) => id));
  return sql<SqlBool>`(${sql.ref(of.ref)} in (${among}) and ${seen})`;
}

/** Ids, in a column `id`, of the works with a subject one may see; undefined: things are not named. */
export function worksNear(sight: NarrowSight, { table, owner }: SubjectsOf): RawBuilder<unknown> | undefined {
  if (!sight.things) return undefined;
  const { applications, environments, clusters, things } = sight;
  const of = (column: string, values: readonly string[]) =>
    values.length === 0
      ? []
      : [
          sql`select ${sql.ref(`nr.${owner}`)} as id from ${sql.table(table)} as nr
            where ${sql.ref(`nr.${column}`)} in (${sql.join([...new Set(values)])})`,
        ];
  const parts = [
    ...of('entity_id', [...Object.values(things).flat(), ...clusters, ...applications]),
    // Clusters that do not exist yet.
    ...of('application_id', applications),
    ...of('environment', environments),
  ];
  return sql.join(parts, sql` union `);
}

function subjectSeen(sight: NarrowSight): RawBuilder<SqlBool> {
  const { applications, things } = sight;
  // No id is empty; NULL would make neither `in` nor `not in` false, and what is unknown would pass for seen.
  const ids = (values: readonly string[]) => (values.length === 0 ? sql`''` : sql.join([...values]));
  const clusters = things ? ids(things.cluster) : seenClusters(sight);
  const instances = things
    ? ids(things.instance)
    : sql`select sn.id from instance as sn where sn.cluster_id in (${clusters})`;
  // What has no application is not of one of these: unknown would pass for seen.
  const comes = sql<SqlBool>`coalesce(${clusterLies(sight, 'su', 'entity_id')}, 1 = 0)`;
  const living = sql`select 1 from instance as sh where sh.host_id = su.entity_id and sh.state <> 'decommissioned'`;
  const isSeenApplication =
    applications.length === 0
      ? never
      : sql<SqlBool>`(su.entity = 'application' and su.entity_id in (${sql.join([...applications])}))`;
  return sql<SqlBool>`((su.entity = 'cluster' and (su.entity_id in (${clusters})
      or (not exists (select 1 from cluster as sx where sx.id = su.entity_id) and ${comes})))
    or (su.entity = 'instance' and su.entity_id in (${instances}))
    or (su.entity = 'host' and exists (${living}) and not exists (${living}
      and (sh.cluster_id is null or sh.cluster_id not in (${clusters}))))
    or ${isSeenApplication})`;
}
