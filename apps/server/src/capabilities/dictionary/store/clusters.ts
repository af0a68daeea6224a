import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/schema.ts';
import { type Asked, clusterAsked } from './asked.ts';

export interface ClusterNamed {
  readonly name: string;
  /** Of its application; '' = none is said. */
  readonly owner: string;
}

/** Names of clusters, and who owns what runs on them. */
export async function selectClusters(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, ClusterNamed>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('cluster as c')
    .leftJoin('application as a', 'a.id', 'c.application_id')
    .select(['c.id', 'c.name', 'a.owner'])
    .where('c.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name, owner }) => [id, { name, owner: owner ?? '' }]));
}

/** Clusters with a dictionary, by id. */
export async function pageLookedClusters(
  db: Reader,
  asked: Asked,
  after: string | undefined,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ cluster_id: string }>`select d.cluster_id from dictionary_look as d
    where ${clusterAsked(asked)} ${after === undefined ? sql`` : sql`and d.cluster_id > ${after}`}
    order by d.cluster_id limit ${limit}`.execute(db);
  return rows.map(({ cluster_id }) => cluster_id);
}
