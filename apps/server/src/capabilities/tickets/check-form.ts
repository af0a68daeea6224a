import type { Words } from '@myriad/contract';
import { z } from 'zod';
import { ProblemError } from '../../platform/http/problem-error.ts';

const english = z.locales.en().localeError;
const chinese = z.locales.zhCN().localeError;

type Fault = { readonly path: string; readonly words: Words };

/** Every fault of the form at once, each in both languages; the parsed form (defaults filled in) when there is none. */
export function checkForm<Form>(schema: z.ZodType<Form>, form: unknown): Form {
  const inEnglish = schema.safeParse(form, { error: english });
  if (inEnglish.success) return inEnglish.data;
  const inChinese = schema.safeParse(form, { error: chinese }).error?.issues ?? [];
  const faults = inEnglish.error.issues.map(
    (issue, index): Fault => ({
      path: issue.path.map(String).join('.'),
      words: { en: issue.message, zh: inChinese[index]?.message ?? issue.message },
    }),
  );
  throw new ProblemError('FORM_INVALID', {}, faults);
}
