import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/schema.ts';
import type { EntityKind } from '../records.ts';
import { clusterLies, isBlind, type Sight, seenIn } from './sight.ts';

/** More than these are not named: looking up each row of a page is then the shorter way. */
const few = 1000;

/**
 * A narrow sight with all that lies in it named, where that is little. Somebody with one application of a fleet is told of a few
 * rows among very many; with the ids in hand a store goes straight to them by an index. Asked for anew with every statement: rights
 * and places are as they are now.
 */
export async function nameThings(db: Reader, sight: Sight): Promise<Sight> {
  if (sight === 'everything' || isBlind(sight)) return sight;
  const lies = clusterLies(sight, 'sc');
  const { rows } = await sql<{ kind: EntityKind; id: string }>`
    select 'cluster' as kind, sc.id as id from cluster as sc where ${lies}
    union all select 'instance', si.id from cluster as sc join instance as si on si.cluster_id = sc.id where ${lies}
    union all select distinct 'host', si.host_id from cluster as sc join instance as si on si.cluster_id = sc.id
      where si.state <> 'decommissioned' and ${lies}
    union all select 'application', sa.id from application as sa where ${seenIn('application', sight, 'sa')}
    limit ${sql.lit(few + 1)}`.execute(db);
  if (rows.length > few) return sight;
  const of = (wanted: EntityKind) => rows.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
  const things = {
    ...{ host: of('host'), instance: of('instance'), cluster: of('cluster'), application: of('application') },
  };
  return { ...sight, things };
}
