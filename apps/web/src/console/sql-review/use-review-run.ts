import { cancelReviewRun, getReviewRun, type ReviewProgress } from '@myriad/contract';
import { useState } from 'react';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { newIdempotencyKey, useSend } from '../../shared/api/use-send.ts';

export interface WatchedRun {
  /** A new name for a review that is about to be asked for. */
  readonly begin: () => string;
  readonly end: () => void;
  /** Absent until the platform says something of it. */
  readonly progress: ReviewProgress | undefined;
  readonly cancel: () => void;
  readonly isCancelling: boolean;
}

const lookMilliseconds = 400;

/** A review that is being made, watched by the name it was given. */
export function useReviewRun(): WatchedRun {
  const [run, setRun] = useState<string>();
  const runId = run ?? '';
  const seen = useAnswer(
    getReviewRun,
    { params: { runId } },
    { enabled: run !== undefined, everyMs: lookMilliseconds },
  );
  const cancel = useSend(cancelReviewRun);
  return {
    begin: () => {
      const id = newIdempotencyKey();
      cancel.reset();
      setRun(id);
      return id;
    },
    end: () => setRun(undefined),
    progress: run === undefined ? undefined : (seen.data?.progress ?? undefined),
    cancel: () => cancel.send({ params: { runId } }),
    isCancelling: cancel.isSending || cancel.answer?.cancelled === true,
  };
}
