import type { Selectable } from 'kysely';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { ChangeFreeze, Person } from '../schedules/schedule.ts';
import type { ChangeFreezeTable } from '../tables.ts';
import { fromColumn } from './json-column.ts';

export type FreezeRow = Selectable<ChangeFreezeTable>;

export const freezeOf = (row: FreezeRow): ChangeFreeze => ({
  id: row.id,
  name: row.name,
  reason: row.reason ?? '',
  fromAt: row.from_at,
  untilAt: row.until_at,
  scope: fromColumn<ChangeFreeze['scope']>(row.scope) ?? { kind: 'everything' },
});

export async function insertFreeze(
  tx: Tx,
  freeze: ChangeFreeze,
  made: { readonly by: Person; readonly at: number },
): Promise<void> {
  await tx
    .insertInto('change_freeze')
    .values({
      id: freeze.id,
      name: freeze.name,
      reason: freeze.reason,
      from_at: freeze.fromAt,
      until_at: freeze.untilAt,
      scope: JSON.stringify(freeze.scope),
      created_by: made.by.id,
      created_by_name: made.by.name,
      created_at: made.at,
    })
    .execute();
}

/** True where there was one. */
export async function deleteFreeze(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.deleteFrom('change_freeze').where('id', '=', id).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** In force at some moment of the span (epoch ms); without an end, whatever comes. In the order of their beginnings. */
export function listFreezeRows(
  db: Reader,
  { fromAt, untilAt }: { readonly fromAt: number; readonly untilAt?: number },
): Promise<FreezeRow[]> {
  let query = db.selectFrom('change_freeze').selectAll().where('until_at', '>', fromAt);
  if (untilAt !== undefined) query = query.where('from_at', '<', untilAt);
  return query.orderBy('from_at').orderBy('id').execute();
}

export const listFreezes = async (db: Reader, span: { readonly fromAt: number; readonly untilAt?: number }) =>
  (await listFreezeRows(db, span)).map(freezeOf);

export const findFreezeRow = (db: Reader, id: string): Promise<FreezeRow | undefined> =>
  db.selectFrom('change_freeze').selectAll().where('id', '=', id).executeTakeFirst();

/** Newest first; `endingAfter`: only those. */
export function pageFreezeRows(
  db: Reader,
  filter: { readonly endingAfter?: number | undefined },
  after: Cursor | undefined,
  limit: number,
): Promise<FreezeRow[]> {
  let query = db.selectFrom('change_freeze').selectAll();
  if (filter.endingAfter !== undefined) query = query.where('until_at', '>', filter.endingAfter);
  if (after !== undefined)
    query = query.where((where) =>
      where.or([
        where('created_at', '<', after.createdAt),
        where.and([where('created_at', '=', after.createdAt), where('id', '<', after.id)]),
      ]),
    );
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}
