import { z } from 'zod';
import { Words } from './endpoint.ts';

const Place = z.object({
  /** From 1, in the text. */
  line: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  fingerprint: z.string(),
  executions: z.number(),
});

/** An index worth having for the statements of a review. Rows are estimates: read by one execution, with all other advice taken. */
export const ReviewIndexAdvice = z.object({
  /** `show`: it is there, but hidden from the optimizer. */
  action: z.enum(['create', 'show']),
  table: z.string(),
  index: z.string(),
  parts: z.array(z.string()),
  ddl: z.string(),
  undo: z.string(),
  serves: z.array(Place.extend({ rowsBefore: z.number(), rowsAfter: z.number() })),
  /** Over all executions. */
  rowsBefore: z.number(),
  rowsAfter: z.number(),
  reason: Words,
  sizeBytes: z.number().optional(),
  /** Statements of the review that must write it too. */
  writes: z.array(Place),
  writeCost: Words,
  /** What making it costs; absent where nothing is known. */
  prediction: Words.optional(),
  makesRedundant: z.array(z.string()),
  cautions: z.array(Words),
  /** Rests on the definition alone, on numbers of the server, or was tried. */
  confidence: z.enum(['schema', 'statistics', 'proven']),
});
export type ReviewIndexAdvice = z.infer<typeof ReviewIndexAdvice>;

export const ReviewAdvice = z.object({
  items: z.array(ReviewIndexAdvice),
  /** Conditions that no index can help, and what to write instead. */
  remarks: z.array(z.object({ line: z.number().int(), start: z.number().int(), end: z.number().int(), words: Words })),
  /** Different statements that were looked at. */
  statements: z.number().int(),
  unknownTables: z.array(z.string()),
});
export type ReviewAdvice = z.infer<typeof ReviewAdvice>;
