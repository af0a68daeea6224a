import type { Role } from '@myriad/contract';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../../platform/policy/decision.ts';
import { rightsOf } from '../../auth/index.ts';
import type { EntityKind } from '../records.ts';

/** How far somebody sees: everything, or what lies in these. */
export type Sight = 'everything' | NarrowSight;

export interface NarrowSight {
  readonly applications: readonly string[];
  readonly environments: readonly string[];
  readonly clusters: readonly string[];
}

type Sees = Pick<Actor, 'roles' | 'rights'>;

/** By any role, or by these alone. */
export function sightOf(actor: Sees, roles?: readonly Role[]): Sight {
  const rights = rightsOf(actor).filter(({ role }) => roles === undefined || roles.includes(role));
  if (rights.some(({ kind }) => kind === 'all')) return 'everything';
  const ids = (wanted: string) => [...new Set(rights.flatMap(({ kind, id }) => (kind === wanted ? [id] : [])))].sort();
  return { applications: ids('application'), environments: ids('environment'), clusters: ids('cluster') };
}

/** No right at all that shows anything: then no statement has to look. */
export const isBlind = ({ applications, environments, clusters }: NarrowSight): boolean =>
  applications.length + environments.length + clusters.length === 0;

type Condition = RawBuilder<SqlBool>;

export const never: Condition = sql`1 = 0`;
const any = (parts: readonly Condition[]): Condition =>
  parts.length === 0 ? never : sql`(${sql.join([...parts], sql` or `)})`;
const among = (value: RawBuilder<unknown>, values: readonly string[]): Condition[] =>
  values.length === 0 ? [] : [sql<SqlBool>`${value} in (${sql.join([...values])})`];

/** Over a row with the columns of a cluster; `id` is where its id stands. */
export const clusterLies = (sight: NarrowSight, alias: string, id = 'id'): Condition =>
  any([
    ...among(sql.ref(`${alias}.application_id`), sight.applications),
    ...among(sql.ref(`${alias}.environment`), sight.environments),
    ...among(sql.ref(`${alias}.${id}`), sight.clusters),
  ]);

/** Their ids. */
export const seenClusters = (sight: NarrowSight) =>
  sql`select sc.id from cluster as sc where ${clusterLies(sight, 'sc')}`;

/** For statements that may have no limit: the condition, or none for who sees everything. */
export const seenOnly = (
  entity: EntityKind,
  sight: Sight | undefined,
  alias: string = entity,
): Condition | undefined => (sight === undefined || sight === 'everything' ? undefined : seenIn(entity, sight, alias));

/**
 * The condition under which a row of one of the four dimensions is seen, as SQL over the row called `alias`: the same judgement as
 * `rolesTowards` over `standings`, kept equal by a test that asks both about every thing.
 * A host is seen with any living instance on it; an application with any of its clusters.
 */
export function seenIn(entity: EntityKind, sight: NarrowSight, alias: string): Condition {
  const id = sql.ref(`${alias}.id`);
  if (isBlind(sight)) return never;
  if (entity === 'cluster') return clusterLies(sight, alias);
  if (entity === 'instance') return sql<SqlBool>`${sql.ref(`${alias}.cluster_id`)} in (${seenClusters(sight)})`;
  if (entity === 'host')
    return sql<SqlBool>`${id} in (select si.host_id from instance as si where si.state <> 'decommissioned'
      and si.cluster_id in (${seenClusters(sight)}))`;
  return any([
    ...among(id, sight.applications),
    sql<SqlBool>`${id} in (select sa.application_id from cluster as sa where sa.application_id is not null
      and ${clusterLies(sight, 'sa')})`,
  ]);
}

const dimensions = ['host', 'instance', 'cluster', 'application'] as const;

/** The same for a row that speaks of a thing by kind and id, in columns; a thing that is gone is seen by nobody but those who see everything. */
export const speaksOfSeen = (sight: NarrowSight, entity: RawBuilder<unknown>, id: RawBuilder<unknown>): Condition =>
  any(
    (isBlind(sight) ? [] : dimensions).map(
      (kind) =>
        sql<SqlBool>`(${entity} = ${kind} and ${id} in (select st.id from ${sql.table(kind)} as st where ${seenIn(kind, sight, 'st')}))`,
    ),
  );
