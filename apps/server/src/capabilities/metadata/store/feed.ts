import { sql } from 'kysely';
import { lockRow } from '../../../platform/database/lock-row.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { Change } from '../records.ts';
import { nameThings } from '../sight/name-things.ts';
import { changeSeen } from '../sight/seen-changes.ts';
import type { Sight } from '../sight/sight.ts';
import { toChange } from './changes.ts';

/** Holds the end of the feed until the transaction ends. */
export async function lockHead(tx: Tx): Promise<number> {
  const query = tx.selectFrom('change_feed').select('head').where('id', '=', 1);
  return Number((await lockRow(tx, query).executeTakeFirstOrThrow()).head);
}

export const moveHead = async (tx: Tx, head: number): Promise<void> => {
  await tx.updateTable('change_feed').set({ head }).where('id', '=', 1).execute();
};

export const readHead = async (db: Reader): Promise<number> =>
  Number((await db.selectFrom('change_feed').select('head').where('id', '=', 1).executeTakeFirstOrThrow()).head);

/** Ids of committed changes without a place, in the order they were made. */
export async function selectUnplaced(db: Reader, limit: number): Promise<readonly string[]> {
  const query = db.selectFrom('metadata_change').select('id').where('seq', 'is', null).orderBy('id').limit(limit);
  return (await query.execute()).map(({ id }) => id);
}

/** One statement for all of them: the first id gets `first`, the next one more. */
export async function writePlaces(tx: Tx, ids: readonly string[], first: number): Promise<void> {
  const cases = ids.map((id, at) => sql`when ${id} then ${sql.lit(first + at)}`);
  await tx
    .updateTable('metadata_change')
    .set({ seq: sql<number>`case id ${sql.join(cases, sql` `)} end` })
    .where('id', 'in', [...ids])
    .execute();
}

export type PlacedChange = Change & { readonly sequence: number };

export async function selectPlaced(
  db: Reader,
  after: number,
  limit: number,
  seenBy?: Sight,
): Promise<readonly PlacedChange[]> {
  const seen = changeSeen(seenBy && (await nameThings(db, seenBy)));
  const query = db.selectFrom('metadata_change').selectAll().where('seq', '>', after).orderBy('seq').limit(limit);
  return (await (seen ? query.where(seen) : query).execute()).map((row) => ({
    ...toChange(row),
    sequence: Number(row.seq),
  }));
}

export async function findPlaced(db: Reader, sequence: number): Promise<string | undefined> {
  return (await db.selectFrom('metadata_change').select('id').where('seq', '=', sequence).executeTakeFirst())?.id;
}
