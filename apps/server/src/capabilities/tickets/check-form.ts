import type { z } from 'zod';
import { faultWords } from '../../platform/http/fault-words.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';

/** The form with defaults filled in; else every fault of it at once, each in both languages, at its path within the form. */
export function checkForm<Form>(schema: z.ZodType<Form>, form: unknown): Form {
  const result = schema.safeParse(form, { reportInput: true });
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    words: faultWords(issue),
  }));
  throw new ProblemError('FORM_INVALID', {}, faults);
}
