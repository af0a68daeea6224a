import type { Reader } from '../../../platform/database/schema.ts';
import type { EntityKind } from '../records.ts';

/** Names of records by id, at most a thousand at once; of what is gone there is none. */
export async function selectNames(
  db: Reader,
  things: readonly { readonly entity: EntityKind; readonly id: string }[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const entity of ['host', 'instance', 'cluster', 'application'] as const) {
    const ids = [...new Set(things.filter((thing) => thing.entity === entity).map(({ id }) => id))];
    if (ids.length === 0) continue;
    const rows = await db.selectFrom(entity).select(['id', 'name']).where('id', 'in', ids).execute();
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

export async function selectClusterIds(db: Reader, applicationId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('cluster').select('id').where('application_id', '=', applicationId).execute();
  return rows.map(({ id }) => id);
}
