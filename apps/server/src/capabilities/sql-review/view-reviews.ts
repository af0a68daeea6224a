import type { PageQuery, ReviewQualityRow, SqlReviewRow, SqlReviewView } from '@myriad/contract';
import { type Page, readPage } from '../../platform/database/page.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { sightOf } from '../metadata/index.ts';
import type { SqlReviewParts } from './parts.ts';
import { findReview, listNumbers, pageReviews, type ReviewHead, type ReviewSight } from './store/reviews.ts';

type Parts = Pick<SqlReviewParts, 'db' | 'clock' | 'metadata'>;

/** One's own, and those for applications on which one holds a role; all, with a role on everything. */
export async function reviewSight({ db, metadata }: Parts, actor: Actor): Promise<ReviewSight> {
  const sight = sightOf(actor);
  if (sight === 'everything') return { reviewerId: actor.id, applications: 'all' };
  const seen = await metadata.listApplications(db, { seenBy: sight });
  return { reviewerId: actor.id, applications: seen.map(({ id }) => id) };
}

async function namesOf({ db, metadata }: Parts) {
  return new Map((await metadata.listApplications(db)).map((one) => [one.id, one]));
}

export async function listReviews(
  parts: Parts,
  actor: Actor,
  query: PageQuery & { readonly applicationId?: string | undefined; readonly mine?: number | undefined },
): Promise<Page<SqlReviewRow>> {
  const sight = await reviewSight(parts, actor);
  const names = await namesOf(parts);
  const filter = { applicationId: query.applicationId, reviewerId: query.mine === 1 ? actor.id : undefined };
  return readPage<ReviewHead, SqlReviewRow>(
    query,
    (after, limit) => pageReviews(parts.db, sight, filter, after, limit),
    (row) => ({ createdAt: Number(row.created_at), id: row.id }),
    (row) => viewRow(row, names),
  );
}

function viewRow(row: ReviewHead, names: ReadonlyMap<string, { readonly name: string }>): SqlReviewRow {
  const scored = Number(row.scored);
  const application = row.application_id === null ? undefined : (names.get(row.application_id)?.name ?? '');
  return {
    ...{ id: row.id, at: Number(row.created_at), by: row.reviewer_name, server: row.server, head: row.head },
    ...(row.application_id === null ? {} : { applicationId: row.application_id, application }),
    ...(row.cluster_id === null ? {} : { clusterId: row.cluster_id }),
    ...(row.schema_name === null ? {} : { schema: row.schema_name }),
    ...(row.environment === null ? {} : { environment: row.environment }),
    ...{ statements: Number(row.statements), notReviewed: Number(row.not_reviewed), passed: Number(row.passed) === 1 },
    score: scored === 0 ? null : Math.round((Number(row.score_sum) * 10) / scored) / 10,
    lowest: row.lowest === null ? null : Number(row.lowest),
    findings: countsOf(row),
  };
}

type Found = Pick<ReviewHead, 'found_x' | 'found_e' | 'found_w' | 'found_n'>;
const countsOf = (row: Found) => ({
  ...{ X: Number(row.found_x), E: Number(row.found_e), W: Number(row.found_w), N: Number(row.found_n) },
});

/** @throws ProblemError SQL_REVIEW_NOT_FOUND, also where it is not theirs to read */
export async function findView(parts: Parts, actor: Actor, id: string): Promise<SqlReviewView> {
  const row = await findReview(parts.db, await reviewSight(parts, actor), id);
  if (!row) throw new ProblemError('SQL_REVIEW_NOT_FOUND', { id });
  // What we wrote; the endpoint's schema cuts it to its shape.
  return { ...viewRow(row, await namesOf(parts)), ...JSON.parse(row.result) };
}

/** Reviews of so long are put together here; a busy platform has a few hundred a day. */
const mostReviews = 200_000;

/** By application and month, newest month first. */
export async function viewQuality(parts: Parts, actor: Actor, months: number): Promise<readonly ReviewQualityRow[]> {
  const now = new Date(parts.clock.now());
  const since = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + 1, 1);
  const names = await namesOf(parts);
  const rows = await listNumbers(parts.db, await reviewSight(parts, actor), since, mostReviews);
  const groups = Map.groupBy(rows, ({ created_at, application_id }) =>
    JSON.stringify([new Date(Number(created_at)).toISOString().slice(0, 7), application_id]),
  );
  return [...groups].map(([key, of]) => {
    const [month, applicationId]: [string, string | null] = JSON.parse(key);
    const sum = (pick: (row: (typeof of)[number]) => unknown) => of.reduce((all, row) => all + Number(pick(row)), 0);
    const scored = sum(({ scored }) => scored);
    const lowest = of.flatMap((row) => (row.lowest === null ? [] : [Number(row.lowest)]));
    const application = applicationId === null ? undefined : names.get(applicationId);
    return {
      ...(applicationId === null ? {} : { applicationId, application: application?.name ?? applicationId }),
      ...(application ? { owner: application.owner } : {}),
      ...{ month, reviews: of.length, statements: sum(({ statements }) => statements) },
      score: scored === 0 ? null : Math.round((sum((row) => row.score_sum) * 10) / scored) / 10,
      lowest: lowest.length === 0 ? null : lowest.reduce((low, one) => Math.min(low, one), 100),
      findings: {
        ...{ X: sum((row) => row.found_x), E: sum((row) => row.found_e) },
        ...{ W: sum((row) => row.found_w), N: sum((row) => row.found_n) },
      },
      notPassed: of.filter(({ passed }) => Number(passed) === 0).length,
    };
  });
}
