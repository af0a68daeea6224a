import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ReviewFor, SqlReviewRow } from './sql-review.ts';
import { line } from './text.ts';

/** What one review of several files takes: also shown before anything is sent. Bytes are UTF-8. */
export const reviewFileLimits = { files: 500, bytes: 5_242_880, fileBytes: 1_048_576 } as const;

export const ReviewBatch = z
  .object({
    id: z.string(),
    /** A review for each file, in the order they were given. */
    items: z.array(SqlReviewRow),
  })
  .meta({ id: 'SqlReviewBatch' });
export type ReviewBatch = z.infer<typeof ReviewBatch>;

export const createReviewBatch = endpoint({
  id: 'sql-review.create-batch',
  scope: 'within',
  method: 'POST',
  path: '/api/sql-review-batches',
  summary:
    'Review several files at once: MyBatis mappers (.xml), whose includes are looked for in all of them, and scripts. Each file has a review of its own; with a cluster its server is asked once for all',
  // JSON has more bytes than what it holds.
  bodyLimitBytes: reviewFileLimits.bytes * 3,
  body: z.strictObject({
    files: z.array(z.object({ name: line(255), text: z.string() })).min(1),
    ...ReviewFor.shape,
  }),
  response: ReviewBatch,
  problems: [
    ...['APPLICATION_NOT_FOUND', 'CLUSTER_NOT_FOUND', 'NOT_AN_OPERATOR', 'REVIEW_DIALECT_UNKNOWN'],
    ...['REVIEW_SERVER_SILENT', 'REVIEW_FILES_BEYOND', 'REVIEW_FILE_TWICE', 'REVIEW_CANCELLED'],
  ],
});
