import { createReviewBatch, createSqlReview, getSqlReview, listSqlReviews, type SqlReviewView } from '@myriad/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { answerKey } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import type { ChosenFile } from './files/chosen-files.ts';
import type { Target } from './ReviewTarget.tsx';
import { useReviewRun } from './use-review-run.ts';

/** Asks for a review of a text or of files, watches it, and goes to its address when it is there. */
export function useAskedReview(onMade: (reviewId: string) => void) {
  const queries = useQueryClient();
  const [, setAddress] = useSearchParams();
  const run = useReviewRun();
  const options = { refreshes: [listSqlReviews], onRefused: run.end };
  const text = useSend(createSqlReview, {
    ...options,
    onDone: (answer: SqlReviewView) => {
      run.end();
      queries.setQueryData(answerKey(getSqlReview, { params: { reviewId: answer.id } }), answer);
      onMade(answer.id);
      setAddress({ review: answer.id });
    },
  });
  const batch = useSend(createReviewBatch, {
    ...options,
    onDone: ({ id }) => {
      run.end();
      setAddress({ batch: id });
    },
  });
  return {
    run,
    isSending: text.isSending || batch.isSending,
    error: text.error ?? batch.error,
    reviewText: (asked: string, target: Target, advises: boolean) => {
      batch.reset();
      text.send({ body: { text: asked, ...target, run: run.begin(), ...(advises ? { advise: true } : {}) } });
    },
    reviewFiles: (files: readonly ChosenFile[], target: Target) => {
      text.reset();
      const given = files.flatMap(({ name, text: read }) => (read === undefined ? [] : [{ name, text: read }]));
      batch.send({ body: { files: given, ...target, run: run.begin() } });
    },
  };
}
