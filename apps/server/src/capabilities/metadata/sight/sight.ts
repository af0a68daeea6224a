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
  /** All that lies in these, by id, where it is little: see `nameThings`. */
  readonly things?: Readonly<Record<EntityKind, readonly string[]>>;
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

/** Whether the statement ends with a page of rows, the nearest in an order, or reads them all, as a count does. */
type Reads = 'page' | 'all';

/**
 * The same for a row that speaks of a thing by kind and id, in columns; a thing that is gone is seen by nobody but those who see
 * everything. Where the things are not named, a page looks each of its rows up until it is full, and a count gathers the ids first:
 * each is several times dearer the other way round, on SQLite as on MySQL.
 */
export function speaksOfSeen(
  sight: NarrowSight,
  entity: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  reads: Reads = 'page',
): Condition {
  const { things } = sight;
  if (isBlind(sight)) return never;
  const of = (kind: EntityKind): Condition[] => {
    if (things) return among(id, things[kind]);
    if (reads === 'page') return [isSeen(kind, sight, id)];
    return [sql<SqlBool>`${id} in (select st.id from ${sql.table(kind)} as st where ${seenIn(kind, sight, 'st')})`];
  };
  return any(dimensions.flatMap((kind) => of(kind).map((seen) => sql<SqlBool>`(${entity} = ${kind} and ${seen})`)));
}

/** `seenIn` of the thing with this id, looked up by its key. */
function isSeen(kind: EntityKind, sight: NarrowSight, id: RawBuilder<unknown>): Condition {
  const lies = clusterLies(sight, 'sc');
  if (kind === 'cluster') return sql`exists (select 1 from cluster as sc where sc.id = ${id} and ${lies})`;
  if (kind === 'application')
    return sql`exists (select 1 from application as st where st.id = ${id} and ${any([
      ...among(sql.ref('st.id'), sight.applications),
      sql<SqlBool>`exists (select 1 from cluster as sc where sc.application_id = st.id and ${lies})`,
    ])})`;
  const own = kind === 'instance' ? sql`si.id = ${id}` : sql`si.host_id = ${id} and si.state <> 'decommissioned'`;
  return sql`exists (select 1 from instance as si join cluster as sc on sc.id = si.cluster_id where ${own} and ${lies})`;
}
