import type { Words } from '@myriad/contract';
import { z } from 'zod';

/** Text of a certain form, refused in a sentence people understand; programs read the pattern from the JSON Schema. */
export const shaped = (pattern: RegExp, words: Words) =>
  z
    .string()
    .refine((text) => pattern.test(text), { params: { words } })
    .meta({ pattern: pattern.source });
