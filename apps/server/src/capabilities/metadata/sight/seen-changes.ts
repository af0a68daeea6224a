import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type NarrowSight, type Sight, speaksOfSeen } from './sight.ts';

/** Names everybody may read: no thing of the fleet is told by them. */
const catalogues = ['environment', 'zone', 'specification', 'custom-field'];

/** History of what one sees, and of the catalogues; a quota's history goes with rights on its application itself. */
export function changeSeen(sight: Sight | undefined): RawBuilder<SqlBool> | undefined {
  if (sight === undefined || sight === 'everything') return undefined;
  const entity = sql.ref('metadata_change.entity');
  const id = sql.ref('metadata_change.entity_id');
  return sql<SqlBool>`(${entity} in (${sql.join(catalogues)}) or ${speaksOfSeen(sight, entity, id)}
    or (${entity} = 'quota' and ${seesApplicationWhole(sight, id)}))`;
}

/** What is told about an application as a whole, such as its quota, is for those with a right on it, not on one of its clusters. */
export const seesApplicationWhole = ({ applications }: NarrowSight, id: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  applications.length === 0 ? sql`1 = 0` : sql`${id} in (${sql.join([...applications])})`;
