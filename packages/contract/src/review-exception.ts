import { z } from 'zod';
import { Day } from './day.ts';
import { Ability, endpoint, PageQuery, pageOf, Time } from './endpoint.ts';
import { line, text } from './text.ts';

const Id = z.string().min(1).max(40);
const Reason = text(500).min(3);

/** Somebody with the right let a statement through that the gate refuses: this text, for this application and environment. */
export const ReviewException = z
  .object({
    id: z.string(),
    reviewId: z.string(),
    applicationId: z.string().optional(),
    application: z.string().optional(),
    environment: z.string().optional(),
    /** Of the statement, values left out. */
    fingerprint: z.string(),
    /** The first words of the statement. */
    head: z.string(),
    /** What the gate said when it was signed, and by which rules. */
    verdict: z.enum(['blocked', 'below', 'incomplete', 'not-reviewed']),
    rules: z.array(z.string()),
    score: z.number().nullable(),
    reason: z.string(),
    /** Who answers for what comes of it. */
    owner: z.string(),
    signedBy: z.string(),
    signedAt: Time,
    /** The last day it holds, in UTC. */
    expires: Day,
    /** `broken`: its signature does not fit what stands in the store; it lets nothing through. */
    state: z.enum(['in-force', 'over', 'revoked', 'broken']),
    revokedBy: z.string().optional(),
    revokedAt: Time.optional(),
    revokedBecause: z.string().optional(),
    abilities: z.object({ revoke: Ability }),
  })
  .meta({ id: 'ReviewException' });
export type ReviewException = z.infer<typeof ReviewException>;

export const signReviewException = endpoint({
  id: 'review-exception.sign',
  scope: 'within',
  method: 'POST',
  path: '/api/sql-reviews/:reviewId/exceptions',
  summary:
    'Let statements through that the gate refuses, with reason, owner and last day; never for a review one asked for oneself',
  params: z.object({ reviewId: Id }),
  body: z.strictObject({
    /** Offsets where they begin; absent: all that the gate refuses. */
    statements: z.array(z.number().int().min(0)).min(1).max(1000).optional(),
    reason: Reason,
    owner: line(100),
    expires: Day,
  }),
  response: z.object({ items: z.array(ReviewException) }),
  problems: [
    ...['SQL_REVIEW_NOT_FOUND', 'REVIEW_NOTHING_REFUSED', 'REVIEW_EXCEPTION_OWN', 'REVIEW_EXCEPTION_END'],
    ...['NOT_AN_OPERATOR', 'APPLICATION_NOT_FOUND'],
  ],
});
export const listReviewExceptions = endpoint({
  id: 'review-exception.list',
  scope: 'within',
  method: 'GET',
  path: '/api/review-exceptions',
  summary: 'What was let through at the gate, newest first: of the applications you see, and of your own reviews',
  query: PageQuery.extend({
    state: z.enum(['in-force', 'all']).default('all'),
    applicationId: Id.optional(),
    reviewId: Id.optional(),
  }),
  response: pageOf(ReviewException),
});
export const revokeReviewException = endpoint({
  id: 'review-exception.revoke',
  scope: 'within',
  method: 'POST',
  path: '/api/review-exceptions/:exceptionId/revocation',
  summary: 'End an exception now; it stays in the list',
  params: z.object({ exceptionId: Id }),
  body: z.strictObject({ reason: Reason }),
  response: ReviewException,
  problems: ['REVIEW_EXCEPTION_NOT_FOUND', 'REVIEW_EXCEPTION_OVER', 'NOT_AN_OPERATOR'],
});
