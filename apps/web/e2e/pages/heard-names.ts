import type { Page } from 'playwright-core';

export interface HeardNames {
  /** The text without what people typed, as the platform sent it. */
  without(text: string): Promise<string>;
}

const han = /\p{Script=Han}/u;

/** A shorter one is no sentence, and might stand within a word of the platform's. */
const leastLetters = 8;
/** Fields in which people give their reasons, in the language they speak. */
const typedFields = new Set(['reason', 'note', 'comment', 'description']);

/**
 * What people typed, as it stands in an answer: Chinese texts that are not one of two languages, and reasons, notes, comments
 * and descriptions in any language. A sentence of the platform is always two.
 */
export function typedTextsIn(value: unknown, field = ''): readonly string[] {
  if (typeof value === 'string')
    return han.test(value) || (typedFields.has(field) && value.length >= leastLetters) ? [value.trim()] : [];
  if (Array.isArray(value)) return value.flatMap((item) => typedTextsIn(item, field));
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'zh' in value) return [];
  return Object.entries(value).flatMap(([name, item]) => typedTextsIn(item, name));
}

/** Listens to what the platform answers to a page, so that the page may hold the names and reasons people gave. */
export function hearNames(page: Page): HeardNames {
  const names = new Set<string>();
  const reading = new Set<Promise<void>>();
  page.on('response', (answer) => {
    if (!/json/.test(answer.headers()['content-type'] ?? '')) return;
    const read = answer
      .json()
      .then((body) => {
        for (const name of typedTextsIn(body)) names.add(name);
      })
      // An answer nobody waits for any more has no body.
      .catch(() => undefined)
      .finally(() => reading.delete(read));
    reading.add(read);
  });
  return {
    async without(text) {
      await Promise.all(reading);
      // The longest first: a name may be part of another.
      return [...names].sort((a, b) => b.length - a.length).reduce((left, name) => left.replaceAll(name, '·'), text);
    },
  };
}
