import { type CreateTableBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Columns } from '../../../platform/database/migration.ts';
import type { Reader } from '../../../platform/database/schema.ts';
import { nowhere, type Place } from '../../auth/index.ts';
import { clusterLies, isBlind, type NarrowSight, never, seenClusters } from './sight.ts';
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

/**
 * The condition that every subject of an owner is seen, and that there is one: what touches a thing outside of one's sight is not
 * shown in part, for its plan and its log name all it touches. The same judgement as `rolesTowards` with `shown: 'each'`.
 */
export function allSubjectsSeen(
  sight: NarrowSight,
  { table, owner, ref }: { readonly table: string; readonly owner: string; readonly ref: string },
): RawBuilder<SqlBool> {
  if (isBlind(sight)) return never;
  const of = sql`from ${sql.table(table)} as su where ${sql.ref(`su.${owner}`)} = ${sql.ref(ref)}`;
  return sql<SqlBool>`(exists (select 1 ${of}) and not exists (select 1 ${of} and not ${subjectSeen(sight)}))`;
}

function subjectSeen(sight: NarrowSight): RawBuilder<SqlBool> {
  const clusters = seenClusters(sight);
  const comes = clusterLies(sight, 'su', 'entity_id');
  const living = sql`select 1 from instance as sh where sh.host_id = su.entity_id and sh.state <> 'decommissioned'`;
  const applications =
    sight.applications.length === 0
      ? sql`1 = 0`
      : sql`(su.entity = 'application' and su.entity_id in (${sql.join([...sight.applications])}))`;
  return sql<SqlBool>`((su.entity = 'cluster' and (su.entity_id in (${clusters})
      or (not exists (select 1 from cluster as sx where sx.id = su.entity_id) and ${comes})))
    or (su.entity = 'instance' and su.entity_id in (select sn.id from instance as sn where sn.cluster_id in (${clusters})))
    or (su.entity = 'host' and exists (${living}) and not exists (${living}
      and (sh.cluster_id is null or sh.cluster_id not in (${clusters}))))
    or ${applications})`;
}
