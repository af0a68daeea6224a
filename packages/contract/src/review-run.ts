import { z } from 'zod';
import { endpoint, Time } from './endpoint.ts';

/** Chosen by who asks for a review, so that it can be watched while its answer is waited for. */
export const ReviewRunId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

export const ReviewProgress = z.object({
  /** `reading`: the texts are cut into statements; `asking`: the cluster's server; then judging, advice on indexes, keeping. */
  phase: z.enum(['reading', 'asking', 'judging', 'advising', 'keeping']),
  startedAt: Time,
  /** Statements judged, of how many; those of a mapper are its elements. */
  judged: z.number().int(),
  statements: z.number().int(),
  /** UTF-8 of the texts. */
  readBytes: z.number().int(),
  bytes: z.number().int(),
  /** Of several files. */
  file: z.object({ name: z.string(), number: z.number().int(), of: z.number().int() }).optional(),
});
export type ReviewProgress = z.infer<typeof ReviewProgress>;

const params = z.object({ runId: ReviewRunId });

export const getReviewRun = endpoint({
  id: 'sql-review.run',
  scope: 'own',
  method: 'GET',
  path: '/api/sql-review-runs/:runId',
  summary: 'How far a review of yours has come that is being made; null: not begun yet, or over',
  params,
  response: z.object({ progress: ReviewProgress.nullable() }),
});
export const cancelReviewRun = endpoint({
  id: 'sql-review.cancel',
  scope: 'own',
  method: 'DELETE',
  path: '/api/sql-review-runs/:runId',
  summary:
    'Cancel a review of yours that is being made: nothing of it is kept. false: there is none any more, or it is being kept already',
  params,
  response: z.object({ cancelled: z.boolean() }),
});
