import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * The condition that a row is about an instance: it names it, or its whole cluster and no single instance. `table` holds the
 * subjects of the rows, `owner` is its column for them, `ref` the rows' own id.
 */
export function aboutInstance(
  { table, owner, ref }: { readonly table: string; readonly owner: string; readonly ref: string },
  instanceId: string,
): RawBuilder<SqlBool> {
  const [from, id] = [sql.table(table), sql.ref(`ab.${owner}`)];
  const others = sql`select 1 from ${from} as ao where ${sql.ref(`ao.${owner}`)} = ${id} and ao.entity = 'instance'`;
  return sql<SqlBool>`${sql.ref(ref)} in (
    select ${id} from ${from} as ab where ab.entity = 'instance' and ab.entity_id = ${instanceId}
    union all
    select ${id} from ${from} as ab where ab.entity = 'cluster'
      and ab.entity_id = (select ai.cluster_id from instance as ai where ai.id = ${instanceId}) and not exists (${others}))`;
}
