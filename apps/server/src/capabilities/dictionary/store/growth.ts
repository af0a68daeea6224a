import '../tables.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';

export interface GrowthPoint {
  readonly at: number;
  readonly rows: number | null;
  readonly dataBytes: number | null;
  readonly indexBytes: number | null;
}

const dayMilliseconds = 24 * 3_600_000;

/** One point a day: a later look of the day takes the place of an earlier one. */
export const putGrowth = (tx: Tx, tableId: string, { at, rows, dataBytes, indexBytes }: GrowthPoint): Promise<void> =>
  upsert(
    tx,
    'dictionary_growth',
    { table_id: tableId, day: Math.floor(at / dayMilliseconds) },
    { at, row_estimate: rows, data_bytes: dataBytes, index_bytes: indexBytes },
  );

const numberOrNull = (value: number | null): number | null => (value === null ? null : Number(value));

/** The last ones, oldest first. */
export async function selectGrowth(db: Reader, tableId: string, limit: number): Promise<readonly GrowthPoint[]> {
  const query = db.selectFrom('dictionary_growth').selectAll().where('table_id', '=', tableId);
  const rows = await query.orderBy('day', 'desc').limit(limit).execute();
  return rows
    .map(({ at, row_estimate, data_bytes, index_bytes }) => ({
      ...{ at: Number(at), rows: numberOrNull(row_estimate) },
      ...{ dataBytes: numberOrNull(data_bytes), indexBytes: numberOrNull(index_bytes) },
    }))
    .reverse();
}

/** Up to so many from before then, epoch ms; tells how many. */
export async function removeOldGrowth(tx: Tx, before: number, limit: number): Promise<number> {
  const query = tx.selectFrom('dictionary_growth').select(['table_id', 'day']).where('at', '<=', before);
  const rows = await query.limit(limit).execute();
  for (const { table_id, day } of rows)
    await tx.deleteFrom('dictionary_growth').where('table_id', '=', table_id).where('day', '=', day).execute();
  return rows.length;
}
