import { z } from 'zod';
import { endpoint, Words } from './endpoint.ts';

const Id = z.string().min(1).max(40);

/** What is kept of one table, and what puts it back. */
export const ReviewUndoPart = z.object({
  table: z.string(),
  /** Runs before the statement, in its transaction, and locks what it reads. Empty: nothing has to be kept. */
  capture: z.string(),
  /** Run once, before all else: they take new rows away. `:lastInsertId` stands for what LAST_INSERT_ID() was after the statement. */
  takeAway: z.array(z.string()),
  /** Run once for each row that was kept; `:name` stands for what the row held. */
  putBack: z.array(z.string()),
});
export type ReviewUndoPart = z.infer<typeof ReviewUndoPart>;

export const ReviewUndoStatement = z.object({
  /** `rows`: a change of rows; `definition`: of a table; `other`: changes something else; `nothing`: leaves nothing to undo. */
  kind: z.enum(['rows', 'definition', 'other', 'nothing']),
  line: z.number().int(),
  /** UTF-16 positions in the text, end exclusive. */
  start: z.number().int(),
  end: z.number().int(),
  sql: z.string(),
  /** Why it cannot be undone: then everything below is empty. */
  impossible: Words.optional(),
  /** Of `rows`: a part for each table, in the order in which they are undone. */
  parts: z.array(ReviewUndoPart),
  /** Of `definition`: what brings the former one back, to be run in this order. */
  statements: z.array(z.string()),
  /** Rows, values and triggers that do not come back. */
  lost: z.array(Words),
  /** Parts of the definition that stay, or come back only after somebody helps. */
  remains: z.array(Words),
  /** What has to be true besides, or done. */
  notes: z.array(Words),
});
export type ReviewUndoStatement = z.infer<typeof ReviewUndoStatement>;

export const previewReviewUndo = endpoint({
  id: 'sql-review.undo',
  scope: 'within',
  method: 'POST',
  path: '/api/sql-review/undo',
  summary:
    'What would undo each statement of a text: the SELECTs that keep what it overwrites, the statements that put it back, or why that is not possible. Nothing is run but, with a cluster, what reads its definitions; nothing is kept',
  writes: false,
  body: z.strictObject({
    text: z.string().min(1).max(200_000),
    /** CREATE TABLE and CREATE TRIGGER statements of what is there before the text; those in the text itself count too. */
    definitions: z.string().max(1_000_000).optional(),
    /** `mysql-8.4`; of the cluster's server where one is given. */
    dialect: z.string().max(40).optional(),
    /** Its primary is asked, read only, for the tables the text names; with `definitions` for those they lack. */
    clusterId: Id.optional(),
    /** Where names without a schema are looked for. */
    schema: z.string().min(1).max(64).optional(),
  }),
  response: z.object({
    /** The server it was read as: `MySQL 8.4.10`. */
    server: z.string(),
    /** Of a cluster: tables the text names, and of how many the definition was seen. */
    tables: z.object({ needed: z.number().int(), seen: z.number().int() }).optional(),
    items: z.array(ReviewUndoStatement),
  }),
  problems: ['CLUSTER_NOT_FOUND', 'NOT_AN_OPERATOR', 'REVIEW_DIALECT_UNKNOWN', 'REVIEW_SERVER_SILENT'],
});
export type ReviewUndo = z.infer<typeof previewReviewUndo.response>;
