import type { ReviewException } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import type { Note, SqlReviewParts } from '../parts.ts';
import { mayRevoke } from '../policy.ts';
import { findException, lockException, revokeRow } from '../store/exceptions.ts';
import { namesOf, reviewSight } from '../view-reviews.ts';
import { sign } from './signature.ts';
import { stateOf, viewException } from './view-exceptions.ts';

/** Ends an exception now. @throws ProblemError: see the endpoint */
export async function revokeException(
  parts: SqlReviewParts,
  actor: Actor,
  { exceptionId, reason }: { readonly exceptionId: string; readonly reason: string },
  note: Note,
): Promise<ReviewException> {
  const { db, clock, codec } = parts;
  const missing = new ProblemError('REVIEW_EXCEPTION_NOT_FOUND', { id: exceptionId });
  if (!(await findException(db, await reviewSight(parts, actor), exceptionId))) throw missing;
  const ended = await inTransaction(db, async (tx) => {
    const row = await lockException(tx, exceptionId);
    if (!row) throw missing;
    requireAllowed(await mayRevoke(tx, actor, row, stateOf(parts, row)));
    const end = { ...row, revoked_at: clock.now(), revoked_by: actor.name, revoked_because: reason };
    const revoked = { ...end, signature: sign(codec, end) };
    await revokeRow(tx, revoked);
    await note(tx, `review-exception/${exceptionId}`);
    return revoked;
  });
  const application = (await namesOf(parts)).get(ended.application_id ?? '')?.name;
  return viewException(parts, db, actor, ended, application);
}
