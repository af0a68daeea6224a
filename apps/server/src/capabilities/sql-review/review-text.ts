import type { SqlReviewView } from '@myriad/contract';
import type { Actor } from '../../platform/policy/decision.ts';
import { adviseText } from './advise-text.ts';
import { countStatements } from './count-statements.ts';
import { judgeText } from './judge-text.ts';
import { keepReview } from './keep-review.ts';
import type { Note, SqlReviewParts } from './parts.ts';
import { placeReview, type ReviewTarget, setReview } from './review-setting.ts';
import type { ReviewRuns } from './runs.ts';
import { findView } from './view-reviews.ts';

export interface AskedReview extends ReviewTarget {
  readonly text: string;
  readonly advise?: boolean | undefined;
  /** The name it can be watched and cancelled by. */
  readonly run?: string | undefined;
}

/** Judges a text and keeps what came of it. @throws ProblemError: see the endpoint */
export async function reviewText(
  parts: SqlReviewParts,
  runs: ReviewRuns,
  actor: Actor,
  asked: AskedReview,
  note: Note,
): Promise<SqlReviewView> {
  using run = runs.begin(actor.id, asked.run);
  const { text } = asked;
  const place = await placeReview(parts, actor, asked);
  const bytes = Buffer.byteLength(text);
  run.seen({ bytes, ...(place.clusterId === undefined ? {} : { phase: 'asking' }) });
  const setting = await run.orCancelled(setReview(parts, place, { ...asked, advises: asked.advise === true }));
  const { dialect, answer, policy, today } = setting;
  const facts = answer?.facts ?? {};
  // Nobody waits to hear how many there are where nobody watches.
  const statements = asked.run === undefined ? 0 : await countStatements(text, dialect, run.requireWanted);
  run.seen({ phase: 'judging', statements });
  const onTurn = (judged: number, read: number) => {
    run.requireWanted();
    run.seen({ judged, readBytes: Math.round((bytes * read) / text.length) });
  };
  const result = await judgeText({ text, dialect, facts, layer: policy.layer, today, onTurn });
  run.seen({ phase: 'advising', judged: result.length, readBytes: bytes });
  const advice = asked.advise ? await adviseText({ text, dialect, facts }, run.requireWanted) : undefined;
  run.requireWanted();
  run.seen({ phase: 'keeping' });
  const id = await keepReview(parts, actor, setting, { text, result, advice }, (tx, reviewId) =>
    note(tx, `sql-review/${reviewId}`),
  );
  return findView(parts, actor, id);
}
