import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** The condition that a row is about a cluster or one of its instances; the parts as of `aboutInstance`. */
export function aboutCluster(
  { table, owner, ref }: { readonly table: string; readonly owner: string; readonly ref: string },
  clusterId: string,
): RawBuilder<SqlBool> {
  const [from, id] = [sql.table(table), sql.ref(`ab.${owner}`)];
  return sql<SqlBool>`${sql.ref(ref)} in (
    select ${id} from ${from} as ab where ab.entity = 'cluster' and ab.entity_id = ${clusterId}
    union all
    select ${id} from ${from} as ab where ab.entity = 'instance'
      and ab.entity_id in (select ai.id from instance as ai where ai.cluster_id = ${clusterId}))`;
}
