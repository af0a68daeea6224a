import { z } from 'zod';
import { Words } from './endpoint.ts';

/** RFC 9457 problem details, with a stable code, both languages, and a next move. */
export const Problem = z
  .object({
    type: z.string(),
    code: z.string(),
    status: z.number().int(),
    title: z.string(),
    words: Words,
    next: Words.optional(),
    /** Input faults: where, and what is wrong there. */
    faults: z.array(z.object({ path: z.string(), words: Words })).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

export interface ProblemKind {
  readonly status: number;
  readonly words: Words;
  readonly next: Words;
}

/** Codes are chosen slowly and never renamed. `{name}` in a sentence is filled from the problem's values. */
export const defineProblems = <const T extends Record<string, ProblemKind>>(problems: T): T => problems;
