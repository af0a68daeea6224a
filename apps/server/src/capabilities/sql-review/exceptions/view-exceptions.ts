import { fleetProblems, type PageQuery, type ReviewException, sqlReviewProblems } from '@myriad/contract';
import { type Page, readPage } from '../../../platform/database/page.ts';
import type { Reader } from '../../../platform/database/schema.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { abilityOf } from '../../../platform/policy/decision.ts';
import type { SqlReviewParts } from '../parts.ts';
import { mayRevoke } from '../policy.ts';
import { type ExceptionRecord, pageExceptions } from '../store/exceptions.ts';
import { namesOf, reviewSight } from '../view-reviews.ts';
import { dayOf } from './find-covering.ts';
import { isIntact } from './signature.ts';

type Parts = Pick<SqlReviewParts, 'db' | 'clock' | 'metadata' | 'codec'>;
export const exceptionProblems = { ...fleetProblems, ...sqlReviewProblems };

export function stateOf({ clock, codec }: Pick<Parts, 'clock' | 'codec'>, row: ExceptionRecord) {
  if (row.revoked_at !== null) return 'revoked';
  if (!isIntact(codec, row)) return 'broken';
  return row.expires < dayOf(clock.now()) ? 'over' : 'in-force';
}

export async function viewException(
  parts: Parts,
  db: Reader,
  actor: Actor,
  row: ExceptionRecord,
  application: string | undefined,
): Promise<ReviewException> {
  const state = stateOf(parts, row);
  return {
    ...{ id: row.id, reviewId: row.review_id, fingerprint: row.fingerprint, head: row.head, state },
    ...(row.application_id === null ? {} : { applicationId: row.application_id, application: application ?? '' }),
    ...(row.environment === null ? {} : { environment: row.environment }),
    // Written by us, from the same list.
    verdict: row.verdict as ReviewException['verdict'],
    ...{ rules: JSON.parse(row.rules), score: row.score === null ? null : Number(row.score) },
    ...{ reason: row.reason, owner: row.owner, signedBy: row.signed_by, signedAt: Number(row.signed_at) },
    expires: row.expires,
    ...(row.revoked_by === null ? {} : { revokedBy: row.revoked_by }),
    ...(row.revoked_at === null ? {} : { revokedAt: Number(row.revoked_at) }),
    ...(row.revoked_because === null ? {} : { revokedBecause: row.revoked_because }),
    abilities: { revoke: abilityOf(await mayRevoke(db, actor, row, state), exceptionProblems) },
  };
}

export async function listExceptions(
  parts: Parts,
  actor: Actor,
  query: PageQuery & {
    readonly state: 'in-force' | 'all';
    readonly applicationId?: string | undefined;
    readonly reviewId?: string | undefined;
  },
): Promise<Page<ReviewException>> {
  const { db, clock } = parts;
  const sight = await reviewSight(parts, actor);
  const names = await namesOf(parts);
  const { applicationId, reviewId, state } = query;
  const holdingOn = state === 'in-force' ? dayOf(clock.now()) : undefined;
  const page = await readPage<ExceptionRecord, ExceptionRecord>(
    query,
    (after, limit) => pageExceptions(db, sight, { applicationId, reviewId, holdingOn }, after, limit),
    (row) => ({ createdAt: Number(row.signed_at), id: row.id }),
    (row) => row,
  );
  const items: ReviewException[] = [];
  for (const row of page.items)
    items.push(await viewException(parts, db, actor, row, names.get(row.application_id ?? '')?.name));
  return { ...page, items };
}
