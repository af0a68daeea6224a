import '../tables.ts';
import { type Insertable, type Selectable, type SqlBool, sql } from 'kysely';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { SqlReviewTable } from '../tables.ts';

/** Whose reviews somebody may read: their own, and those for these applications; or all. */
export interface ReviewSight {
  readonly reviewerId: string;
  readonly applications: readonly string[] | 'all';
}

export type ReviewRecord = Selectable<SqlReviewTable>;
export type ReviewHead = Omit<ReviewRecord, 'result'>;

export async function insertReview(tx: Tx, row: Insertable<SqlReviewTable>): Promise<void> {
  await tx.insertInto('sql_review').values(row).execute();
}

const seenBy = ({ reviewerId, applications }: ReviewSight) => {
  if (applications === 'all') return sql<SqlBool>`1 = 1`;
  const own = sql<SqlBool>`reviewer_id = ${reviewerId}`;
  return applications.length === 0 ? own : sql<SqlBool>`(${own} or application_id in (${sql.join([...applications])}))`;
};

const before = (after: Cursor | undefined) =>
  after
    ? sql<SqlBool>`(created_at < ${after.createdAt} or (created_at = ${after.createdAt} and id < ${after.id}))`
    : sql<SqlBool>`1 = 1`;

const heads = [
  ...(['id', 'created_at', 'reviewer_id', 'reviewer_name', 'application_id', 'cluster_id', 'schema_name'] as const),
  ...(['environment', 'server', 'statements', 'not_reviewed', 'scored', 'score_sum', 'lowest'] as const),
  ...(['found_x', 'found_e', 'found_w', 'found_n', 'passed', 'head', 'batch_id', 'file_name'] as const),
] as const;

interface ReviewFilter {
  readonly applicationId?: string | undefined;
  readonly reviewerId?: string | undefined;
  readonly batchId?: string | undefined;
}

export async function pageReviews(
  db: Reader,
  sight: ReviewSight,
  { applicationId, reviewerId, batchId }: ReviewFilter,
  after: Cursor | undefined,
  limit: number,
): Promise<readonly ReviewHead[]> {
  return db
    .selectFrom('sql_review')
    .select([...heads])
    .where(seenBy(sight))
    .$if(applicationId !== undefined, (query) => query.where('application_id', '=', applicationId ?? ''))
    .$if(reviewerId !== undefined, (query) => query.where('reviewer_id', '=', reviewerId ?? ''))
    .$if(batchId !== undefined, (query) => query.where('batch_id', '=', batchId ?? ''))
    .$if(after !== undefined, (query) => query.where(before(after)))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export const findReview = (db: Reader, sight: ReviewSight, id: string): Promise<ReviewRecord | undefined> =>
  db.selectFrom('sql_review').selectAll().where('id', '=', id).where(seenBy(sight)).executeTakeFirst();

/** Numbers of each review since then, for sums by month: small rows, newest first, and not without end. */
export const listNumbers = (db: Reader, sight: ReviewSight, since: number, most: number) =>
  db
    .selectFrom('sql_review')
    .select([
      ...(['created_at', 'application_id', 'statements', 'scored', 'score_sum', 'lowest', 'passed'] as const),
      ...(['found_x', 'found_e', 'found_w', 'found_n'] as const),
    ])
    .where(seenBy(sight))
    .where('created_at', '>=', since)
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute();
