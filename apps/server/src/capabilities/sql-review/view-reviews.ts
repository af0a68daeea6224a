import {
  fleetProblems,
  type PageQuery,
  type SqlReviewRow,
  type SqlReviewView,
  sqlReviewProblems,
} from '@myriad/contract';
import { type Page, readPage } from '../../platform/database/page.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, abilityOf } from '../../platform/policy/decision.ts';
import { sightOf } from '../metadata/index.ts';
import { dayOf, findCovering, type GatedReview } from './exceptions/find-covering.ts';
import { isIntact } from './exceptions/signature.ts';
import type { SqlReviewParts } from './parts.ts';
import { mayExcept } from './policy.ts';
import { type ExceptionRecord, listHoldingOf } from './store/exceptions.ts';
import { findReview, pageReviews, type ReviewHead, type ReviewRecord, type ReviewSight } from './store/reviews.ts';

type Parts = Pick<SqlReviewParts, 'db' | 'clock' | 'metadata' | 'codec'>;

/** One's own, and those for applications on which one holds a role; all, with a role on everything. */
export async function reviewSight(
  { db, metadata }: Pick<Parts, 'db' | 'metadata'>,
  actor: Actor,
): Promise<ReviewSight> {
  const sight = sightOf(actor);
  if (sight === 'everything') return { reviewerId: actor.id, applications: 'all' };
  const seen = await metadata.listApplications(db, { seenBy: sight });
  return { reviewerId: actor.id, applications: seen.map(({ id }) => id) };
}

export async function namesOf({ db, metadata }: Pick<Parts, 'db' | 'metadata'>) {
  return new Map((await metadata.listApplications(db)).map((one) => [one.id, one]));
}

export async function listReviews(
  parts: Parts,
  actor: Actor,
  query: PageQuery & {
    readonly applicationId?: string | undefined;
    readonly mine?: number | undefined;
    readonly batchId?: string | undefined;
  },
): Promise<Page<SqlReviewRow>> {
  const sight = await reviewSight(parts, actor);
  const names = await namesOf(parts);
  const { applicationId, batchId, mine } = query;
  const filter = { applicationId, batchId, reviewerId: mine === 1 ? actor.id : undefined };
  let excepted: ReadonlyMap<string, readonly ExceptionRecord[]> = new Map();
  return readPage<ReviewHead, SqlReviewRow>(
    query,
    async (after, limit) => {
      const rows = await pageReviews(parts.db, sight, filter, after, limit);
      const refused = rows.filter(({ passed }) => Number(passed) === 0);
      const ids = refused.map(({ id }) => id);
      const holding = await listHoldingOf(parts.db, ids, dayOf(parts.clock.now()));
      excepted = Map.groupBy(
        holding.filter((row) => isIntact(parts.codec, row)),
        ({ review_id }) => review_id,
      );
      return rows;
    },
    (row) => ({ createdAt: Number(row.created_at), id: row.id }),
    (row) => viewRow(row, names, excepted.get(row.id)?.length ?? 0),
  );
}

export function viewRow(
  row: ReviewHead,
  names: ReadonlyMap<string, { readonly name: string }>,
  excepted: number,
): SqlReviewRow {
  const scored = Number(row.scored);
  const application = row.application_id === null ? undefined : (names.get(row.application_id)?.name ?? '');
  return {
    ...{ id: row.id, at: Number(row.created_at), by: row.reviewer_name, server: row.server, head: row.head },
    ...(row.application_id === null ? {} : { applicationId: row.application_id, application }),
    ...(row.cluster_id === null ? {} : { clusterId: row.cluster_id }),
    ...(row.schema_name === null ? {} : { schema: row.schema_name }),
    ...(row.environment === null ? {} : { environment: row.environment }),
    ...{ statements: Number(row.statements), notReviewed: Number(row.not_reviewed), passed: Number(row.passed) === 1 },
    excepted,
    score: scored === 0 ? null : Math.round((Number(row.score_sum) * 10) / scored) / 10,
    lowest: row.lowest === null ? null : Number(row.lowest),
    findings: countsOf(row),
    ...(row.file_name === null ? {} : { file: row.file_name }),
    ...(row.batch_id === null ? {} : { batchId: row.batch_id }),
  };
}

type Found = Pick<ReviewHead, 'found_x' | 'found_e' | 'found_w' | 'found_n'>;
const countsOf = (row: Found) => ({
  ...{ X: Number(row.found_x), E: Number(row.found_e), W: Number(row.found_w), N: Number(row.found_n) },
});

/** @throws ProblemError SQL_REVIEW_NOT_FOUND, also where it is not theirs to read */
export async function getReview(parts: Parts, actor: Actor, id: string): Promise<ReviewRecord> {
  const row = await findReview(parts.db, await reviewSight(parts, actor), id);
  if (!row) throw new ProblemError('SQL_REVIEW_NOT_FOUND', { id });
  return row;
}

/** What we wrote; the endpoint's schema cuts it to its shape. */
type Kept = Pick<
  SqlReviewView,
  'text' | 'result' | 'gate' | 'policies' | 'broken' | 'rules' | 'notes' | 'live' | 'advice'
>;
const keptOf = ({ result }: ReviewRecord): Kept => JSON.parse(result);

export function gatedOf(row: ReviewRecord): GatedReview {
  const { text, result, gate } = keptOf(row);
  const { reviewer_id: reviewerId, application_id: applicationId, environment } = row;
  return { reviewerId, applicationId, environment, text, result, block: gate.block };
}

/** With what lets its statements through today. @throws as `getReview` */
export async function findView(parts: Parts, actor: Actor, id: string): Promise<SqlReviewView> {
  const row = await getReview(parts, actor, id);
  const kept = keptOf(row);
  const covering = await findCovering(parts, gatedOf(row));
  const except = abilityOf(await mayExcept(parts.db, actor, row), { ...fleetProblems, ...sqlReviewProblems });
  return {
    ...viewRow(row, await namesOf(parts), covering.size),
    ...kept,
    result: kept.result.map((one, at) => {
      const by = covering.get(at);
      return by ? { ...one, exception: exceptionOf(by) } : one;
    }),
    mayGoOn: kept.result.every(({ verdict }, at) => verdict === 'passed' || covering.has(at)),
    abilities: { except },
  };
}

const exceptionOf = ({ id, reason, owner, signed_by: signedBy, signed_at, expires }: ExceptionRecord) => ({
  ...{ id, reason, owner, signedBy, signedAt: Number(signed_at), expires },
});
