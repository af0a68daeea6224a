import type { ReviewedStatement, ReviewGrade } from '@myriad/contract';
import type { SqlReviewParts } from '../parts.ts';
import { sqlOf } from '../sql-of.ts';
import { type ExceptionRecord, listHolding } from '../store/exceptions.ts';
import { covers, hashOfText } from './covers.ts';
import { isIntact } from './signature.ts';

/** A review as far as exceptions ask of it. */
export interface GatedReview {
  readonly reviewerId: string;
  readonly applicationId: string | null;
  readonly environment: string | null;
  readonly text: string;
  readonly result: readonly ReviewedStatement[];
  readonly block: readonly ReviewGrade[];
}

/** By the statement's place in the result: what lets it through today. Nobody's own signature lets through what they asked for. */
export async function findCovering(
  { db, clock, codec }: Pick<SqlReviewParts, 'db' | 'clock' | 'codec'>,
  review: GatedReview,
): Promise<ReadonlyMap<number, ExceptionRecord>> {
  const refused = review.result
    .map((one, at) => ({ one, at, hash: hashOfText(sqlOf(review.text, one)) }))
    .filter(({ one }) => one.verdict !== 'passed');
  if (refused.length === 0) return new Map();
  const today = dayOf(clock.now());
  const signed = await listHolding(db, [...new Set(refused.map(({ hash }) => hash))], today);
  const fitting = signed.filter(
    (row) =>
      row.application_id === review.applicationId &&
      row.environment === review.environment &&
      row.signed_by_id !== review.reviewerId &&
      isIntact(codec, row),
  );
  return new Map(
    refused.flatMap(({ one, at, hash }) => {
      const found = fitting.find((row) => row.text_hash === hash && covers(signedFor(row), one, review.block));
      return found ? [[at, found] as const] : [];
    }),
  );
}

const signedFor = ({ verdict, rules, score }: ExceptionRecord) => ({
  ...{ verdict, rules: JSON.parse(rules), score: score === null ? null : Number(score) },
});

/** `2026-11-23`, in UTC. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
