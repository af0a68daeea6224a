import type { Reader } from '../../../platform/database/schema.ts';
import type { Maintenance } from '../records.ts';
import { type Sight, seenOnly } from '../sight/sight.ts';

export interface UnderMaintenance {
  readonly entity: 'cluster' | 'instance';
  readonly id: string;
  readonly name: string;
  readonly maintenance: Maintenance;
}

/** Clusters and instances whose maintenance has been set; one past its end too, until somebody sets another. */
export async function listMaintenance(db: Reader, sight: Sight, limit: number): Promise<readonly UnderMaintenance[]> {
  const found: UnderMaintenance[] = [];
  for (const entity of ['cluster', 'instance'] as const) {
    const seen = seenOnly(entity, sight);
    let query = db
      .selectFrom(entity)
      .select(['id', 'name', 'maintenance'])
      .where('maintenance', 'is not', null)
      .where('state', '!=', 'decommissioned');
    if (seen) query = query.where(seen);
    for (const { id, name, maintenance } of await query.orderBy('name').limit(limit).execute())
      if (maintenance !== null) found.push({ entity, id, name, maintenance: JSON.parse(maintenance) });
  }
  return found;
}
