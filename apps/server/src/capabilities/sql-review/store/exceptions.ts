import '../tables.ts';
import { type Selectable, type SqlBool, sql } from 'kysely';
import { lockRow } from '../../../platform/database/lock-row.ts';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { ReviewExceptionTable } from '../tables.ts';
import type { ReviewSight } from './reviews.ts';

export type ExceptionRecord = Selectable<ReviewExceptionTable>;

export async function insertExceptions(tx: Tx, rows: readonly ExceptionRecord[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 50)
    await tx
      .insertInto('review_exception')
      .values(rows.slice(at, at + 50))
      .execute();
}

export async function lockException(tx: Tx, id: string): Promise<ExceptionRecord | undefined> {
  return lockRow(tx, tx.selectFrom('review_exception').selectAll().where('id', '=', id)).executeTakeFirst();
}

export const findException = (db: Reader, sight: ReviewSight, id: string): Promise<ExceptionRecord | undefined> =>
  db.selectFrom('review_exception').selectAll().where('id', '=', id).where(seenBy(sight)).executeTakeFirst();

export async function revokeRow(
  tx: Tx,
  { id, revoked_at, revoked_by, revoked_because, signature }: ExceptionRecord,
): Promise<void> {
  await tx
    .updateTable('review_exception')
    .set({ revoked_at, revoked_by, revoked_because, signature })
    .where('id', '=', id)
    .execute();
}

const parameters = 500;

/** Those of these texts that nobody ended and whose last day is not over, newest first. */
export async function listHolding(
  db: Reader,
  hashes: readonly string[],
  today: string,
): Promise<readonly ExceptionRecord[]> {
  const found: ExceptionRecord[] = [];
  for (let at = 0; at < hashes.length; at += parameters)
    found.push(
      ...(await db
        .selectFrom('review_exception')
        .selectAll()
        .where('text_hash', 'in', hashes.slice(at, at + parameters))
        .where('revoked_at', 'is', null)
        .where('expires', '>=', today)
        .orderBy('signed_at', 'desc')
        .orderBy('id', 'desc')
        .execute()),
    );
  return found;
}

/** Those signed on these reviews that nobody ended and whose last day is not over. */
export async function listHoldingOf(
  db: Reader,
  reviewIds: readonly string[],
  today: string,
): Promise<readonly ExceptionRecord[]> {
  if (reviewIds.length === 0) return [];
  return db
    .selectFrom('review_exception')
    .selectAll()
    .where('review_id', 'in', [...reviewIds])
    .where('revoked_at', 'is', null)
    .where('expires', '>=', today)
    .execute();
}

/** By the review it was signed on, so that who reads the one reads the other. */
const seenBy = ({ reviewerId, applications }: ReviewSight) => {
  if (applications === 'all') return sql<SqlBool>`1 = 1`;
  const own = sql<SqlBool>`review_id in (select r.id from sql_review r where r.reviewer_id = ${reviewerId})`;
  return applications.length === 0 ? own : sql<SqlBool>`(${own} or application_id in (${sql.join([...applications])}))`;
};

interface ExceptionFilter {
  readonly applicationId?: string | undefined;
  readonly reviewId?: string | undefined;
  /** Only those that still hold on this day. */
  readonly holdingOn?: string | undefined;
}

export async function pageExceptions(
  db: Reader,
  sight: ReviewSight,
  { applicationId, reviewId, holdingOn }: ExceptionFilter,
  after: Cursor | undefined,
  limit: number,
): Promise<readonly ExceptionRecord[]> {
  let query = db.selectFrom('review_exception').selectAll().where(seenBy(sight));
  if (applicationId !== undefined) query = query.where('application_id', '=', applicationId);
  if (reviewId !== undefined) query = query.where('review_id', '=', reviewId);
  if (holdingOn !== undefined) query = query.where('revoked_at', 'is', null).where('expires', '>=', holdingOn);
  if (after)
    query = query.where(
      sql<SqlBool>`(signed_at < ${after.createdAt} or (signed_at = ${after.createdAt} and id < ${after.id}))`,
    );
  return query.orderBy('signed_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}
