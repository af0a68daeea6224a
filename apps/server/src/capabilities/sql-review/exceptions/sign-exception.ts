import { type ReviewException, type ReviewedStatement, withUnseenShown } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { newId } from '../../../platform/database/new-id.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import type { Note, SqlReviewParts } from '../parts.ts';
import { mayExcept } from '../policy.ts';
import { sqlOf } from '../sql-of.ts';
import { type ExceptionRecord, insertExceptions } from '../store/exceptions.ts';
import { gatedOf, getReview, namesOf } from '../view-reviews.ts';
import { hashOfText, refusedBy } from './covers.ts';
import { dayOf, findCovering, type GatedReview } from './find-covering.ts';
import { sign } from './signature.ts';
import { viewException } from './view-exceptions.ts';

/** Nobody remembers for longer why something was let through. */
const mostDays = 366;
const day = 24 * 3_600_000;

interface AskedException {
  readonly reviewId: string;
  readonly statements?: readonly number[] | undefined;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

/** Lets through what the gate refuses, a row for each statement. @throws ProblemError: see the endpoint */
export async function signException(
  parts: SqlReviewParts,
  actor: Actor,
  { reviewId, statements, reason, owner, expires }: AskedException,
  note: Note,
): Promise<readonly ReviewException[]> {
  const { db, clock, codec } = parts;
  const row = await getReview(parts, actor, reviewId);
  requireAllowed(await mayExcept(db, actor, row));
  requireDay(expires, clock.now());
  const review = gatedOf(row);
  const chosen = await chooseRefused(parts, review, statements);
  const made = chosen.map((one): ExceptionRecord => {
    const sql = sqlOf(review.text, one);
    const said = {
      ...{ id: newId(), review_id: reviewId, application_id: row.application_id, environment: row.environment },
      ...{ text_hash: hashOfText(sql), fingerprint: one.fingerprint, head: headOf(sql), verdict: one.verdict },
      ...{ score: one.score, rules: JSON.stringify(refusedBy(one, review.block)), reason, owner, expires },
      ...{ signed_by_id: actor.id, signed_by: actor.name, signed_at: clock.now() },
      ...{ revoked_at: null, revoked_by: null, revoked_because: null },
    };
    return { ...said, signature: sign(codec, said) };
  });
  await inTransaction(db, async (tx) => {
    await insertExceptions(tx, made);
    const rules = [...new Set(made.flatMap((one) => JSON.parse(one.rules) as string[]))].join(', ') || '—';
    await note(tx, `sql-review/${reviewId}`, {
      en: `${made.length} statements let through until ${expires}, for ${owner}: ${reason} (${rules})`,
      zh: `放行 ${made.length} 条语句，有效至 ${expires}，责任人 ${owner}：${reason}（${rules}）`,
    });
  });
  const application = (await namesOf(parts)).get(row.application_id ?? '')?.name;
  const items: ReviewException[] = [];
  for (const one of made) items.push(await viewException(parts, db, actor, one, application));
  return items;
}

function requireDay(expires: string, now: number): void {
  const [from, to] = [dayOf(now), dayOf(now + mostDays * day)];
  const isDay = !Number.isNaN(Date.parse(expires)) && dayOf(Date.parse(expires)) === expires;
  if (!isDay || expires < from || expires > to) throw new ProblemError('REVIEW_EXCEPTION_END', { from, to });
}

/** What the gate refuses and nobody let through yet; of these, those that were asked for. */
async function chooseRefused(
  parts: SqlReviewParts,
  review: GatedReview,
  statements: readonly number[] | undefined,
): Promise<readonly ReviewedStatement[]> {
  const covered = await findCovering(parts, review);
  const refused = review.result.filter(({ verdict }, at) => verdict !== 'passed' && !covered.has(at));
  const chosen = statements === undefined ? refused : refused.filter(({ start }) => statements.includes(start));
  const places = new Set(chosen.map(({ start }) => start));
  if (chosen.length === 0 || (statements !== undefined && places.size < new Set(statements).size))
    throw new ProblemError('REVIEW_NOTHING_REFUSED');
  // The same text twice in a script is let through once.
  const byText = new Map(chosen.map((one) => [hashOfText(sqlOf(review.text, one)), one]));
  return [...byText.values()];
}

const headOf = (sql: string): string =>
  [...withUnseenShown(sql.slice(0, 1000).replace(/\s+/g, ' ').trim())].slice(0, 160).join('');
