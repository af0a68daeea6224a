import '../tables.ts';
import type { ReviewItemFilter } from '@myriad/contract';
import { type Selectable, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { lockRow } from '../../../platform/database/lock-row.ts';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Database, Reader, Tx } from '../../../platform/database/schema.ts';
import type { ReviewItemTable } from '../tables.ts';

export type ItemRecord = Selectable<ReviewItemTable>;

/** Applications whose items somebody sees. */
export type ItemSight = readonly string[] | 'all';

const some = 200;

export async function listItemsOf(
  db: Reader,
  applicationId: string,
  fingerprints: readonly string[],
): Promise<readonly ItemRecord[]> {
  const found: ItemRecord[] = [];
  for (let at = 0; at < fingerprints.length; at += some)
    found.push(
      ...(await db
        .selectFrom('review_item')
        .selectAll()
        .where('application_id', '=', applicationId)
        .where('fingerprint', 'in', fingerprints.slice(at, at + some))
        .execute()),
    );
  return found;
}

export async function insertItems(tx: Tx, rows: readonly ItemRecord[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 50)
    await tx
      .insertInto('review_item')
      .values(rows.slice(at, at + 50))
      .execute();
}

export async function updateItem(tx: Tx, id: string, change: Partial<ItemRecord>): Promise<void> {
  await tx.updateTable('review_item').set(change).where('id', '=', id).execute();
}

/** Counted by the store: two reviews at the same moment are two. */
export async function seeItem(tx: Tx, id: string, change: Partial<ItemRecord>): Promise<void> {
  await tx
    .updateTable('review_item')
    .set((of) => ({ ...change, seen: of('seen', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function lockItem(tx: Tx, id: string): Promise<ItemRecord | undefined> {
  return lockRow(tx, tx.selectFrom('review_item').selectAll().where('id', '=', id)).executeTakeFirst();
}

interface AskedItems extends Partial<ReviewItemFilter> {
  readonly sight: ItemSight;
  /** Today, as `2026-11-23`: what is accepted until yesterday is open again. */
  readonly today: string;
}

type Items = SelectQueryBuilder<Database, 'review_item', object>;

function askedFor(db: Reader, { sight, today, state = 'open', applicationId, grade, rule, owner }: AskedItems): Items {
  let query: Items = db.selectFrom('review_item');
  if (sight !== 'all') query = query.where('application_id', 'in', sight.length === 0 ? [''] : [...sight]);
  if (applicationId !== undefined) query = query.where('application_id', '=', applicationId);
  if (grade !== undefined) query = query.where('grade', '=', grade);
  if (rule !== undefined) query = query.where('rule', '=', rule);
  if (owner !== undefined) query = query.where('owner', '=', owner);
  const isOpen = sql<SqlBool>`(state = 'open' or (state = 'accepted' and until_day < ${today}))`;
  if (state === 'open' || state === 'overdue') query = query.where(isOpen);
  if (state === 'overdue') query = query.where('due', '<', today);
  if (state === 'accepted') query = query.where('state', '=', 'accepted').where('until_day', '>=', today);
  if (state === 'fixed' || state === 'not-judged') query = query.where('state', '=', state);
  return query;
}

/** The most urgent first; a cursor's time is the priority in tenths. */
export async function pageItems(
  db: Reader,
  asked: AskedItems,
  after: Cursor | undefined,
  limit: number,
): Promise<readonly ItemRecord[]> {
  let query = askedFor(db, asked).selectAll();
  if (after)
    query = query.where(
      sql<SqlBool>`(priority < ${after.createdAt} or (priority = ${after.createdAt} and id < ${after.id}))`,
    );
  return query.orderBy('priority', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

export async function countItems(db: Reader, asked: AskedItems): Promise<number> {
  const row = await askedFor(db, asked)
    .select((of) => of.fn.countAll().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
