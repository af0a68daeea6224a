import type { Words } from '@myriad/contract';
import { z } from 'zod';

type Asked = {
  readonly title: string;
  readonly words: Words;
  readonly description?: string;
  readonly hint?: Words;
};

/**
 * What a form asks for, as JSON Schema carries it: `title` and `description` for programs, `words` and `hint` for people of
 * both languages.
 */
export const asked = (words: Words, hint?: Words): Asked => ({
  title: words.en,
  words,
  ...(hint ? { description: hint.en, hint } : {}),
});

/** A text a person may leave out: mostly one chosen from a list. */
export const optionalText = (words: Words, hint?: Words) => z.string().optional().meta(asked(words, hint));
