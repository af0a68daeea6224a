import { z } from 'zod';
import type { Words } from './endpoint.ts';

/** Text of a certain form, refused in a sentence people understand; programs read the pattern from the JSON Schema. */
export const shaped = (pattern: RegExp, words: Words) =>
  z
    .string()
    .refine((text) => pattern.test(text), { params: { words } })
    .meta({ pattern: pattern.source });

const lineWords: Words = {
  en: 'must be one line without control characters or invisible ones',
  zh: '应为单行文本，不得含有控制字符或不可见字符',
};
const textWords: Words = {
  en: 'must not hold control characters; line breaks and tabs may be in it',
  zh: '不得含有控制字符（换行和制表符除外）',
};

/** Control characters, and those that are unseen or turn the direction of what follows. */
export const unseen = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/u;
const oneLine = (typed: z.ZodString) => typed.refine((value) => !unseen.test(value), { params: { words: lineWords } });

/**
 * One line people typed, blanks around it left out: a name, an owner, a word of a form. No control characters, and none that
 * are unseen or turn the direction of what follows: two names that look alike would be two.
 */
export const line = (most: number) => oneLine(z.string().trim().min(1).max(most));

/** As `line`, but it may be left empty. */
export const lineOrNone = (most: number) => oneLine(z.string().trim().max(most));

/** Some lines people typed: a reason, a description. */
export const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((value) => !/(?![\t\n\r])\p{Cc}/u.test(value), { params: { words: textWords } });

/** The last moment of the year 9999, epoch ms. */
export const lastTime = 253_402_300_799_999;

/** A moment somebody gives, epoch ms: no later than the year 9999, for which dates have no name any more. */
export const GivenTime = z.number().int().nonnegative().max(lastTime);
