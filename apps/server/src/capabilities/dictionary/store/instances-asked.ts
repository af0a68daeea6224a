import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from '../../../platform/database/schema.ts';
import { type Sight, seenOnly } from '../../metadata/index.ts';

export interface FleetAsked {
  /** Where the reader operates. */
  readonly sight: Sight;
  readonly name?: string | undefined;
  readonly match?: 'exact' | 'prefix' | undefined;
  readonly clusterId?: string | undefined;
  readonly applicationId?: string | undefined;
}

type Condition = RawBuilder<SqlBool>;

/** Over an instance `i`, and its cluster `c` where that is asked about: it is there, asked for, and seen. */
function seenInstance({ sight, clusterId, applicationId }: FleetAsked): Condition {
  const seen = seenOnly('cluster', sight, 'c');
  return sql<SqlBool>`i.state <> 'decommissioned'
    ${clusterId === undefined ? sql`` : sql`and c.id = ${clusterId}`}
    ${applicationId === undefined ? sql`` : sql`and c.application_id = ${applicationId}`}
    ${seen === undefined ? sql`` : sql`and ${seen}`}`;
}

const isNarrow = ({ sight, clusterId, applicationId }: FleetAsked): boolean =>
  sight !== 'everything' || clusterId !== undefined || applicationId !== undefined;

/** More than these are not named one by one. */
export const few = 500;

/** `from … where …`: the instances asked for, as `i`. */
export function fromInstances(asked: FleetAsked): RawBuilder<unknown> {
  return sql`from instance as i ${isNarrow(asked) ? sql`join cluster as c on c.id = i.cluster_id` : sql``} where ${seenInstance(asked)}`;
}

/**
 * Rows of the instances asked for. Few instances are named, so that their rows are read and no others; of many, a list is walked in
 * its order and soon has its page.
 */
export async function instanceAsked(db: Reader, asked: FleetAsked, alias: string): Promise<Condition> {
  const of = fromInstances(asked);
  const id = sql.ref(`${alias}.instance_id`);
  if (isNarrow(asked)) {
    const { rows } = await sql<{ id: string }>`select i.id as id ${of} limit ${sql.lit(few + 1)}`.execute(db);
    // No id is empty, and an empty list is no SQL.
    if (rows.length <= few) return sql`${id} in (${sql.join(['', ...rows.map((row) => row.id)])})`;
  }
  // Not `exists`: MySQL would gather all these instances first, and sort all their rows.
  return sql`(select 1 ${of} and i.id = ${id}) = 1`;
}

export interface PlaceOfInstance {
  readonly instanceId: string;
  readonly instance: string;
  readonly clusterId: string;
  readonly cluster: string;
  readonly applicationId: string | null;
  readonly application: string | null;
}

/** Names of the instances, and where each belongs. */
export async function selectPlaces(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, PlaceOfInstance>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('instance as i')
    .innerJoin('cluster as c', 'c.id', 'i.cluster_id')
    .leftJoin('application as a', 'a.id', 'c.application_id')
    .select(['i.id as instanceId', 'i.name as instance', 'c.id as clusterId', 'c.name as cluster'])
    .select(['a.id as applicationId', 'a.name as application'])
    .where('i.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.instanceId, row]));
}
