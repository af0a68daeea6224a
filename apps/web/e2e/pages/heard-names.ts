import type { Page } from 'playwright-core';

export interface HeardNames {
  /** The text without the Chinese names the platform sent as they were typed by people. */
  without(text: string): Promise<string>;
}

const han = /\p{Script=Han}/u;

/** Every Chinese text of an answer that is not one of two languages: names, reasons and notes of people. */
export function chineseNamesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return han.test(value) ? [value.trim()] : [];
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'zh' in value) return [];
  return Object.values(value).flatMap(chineseNamesIn);
}

/** Listens to what the platform answers to a page, so that an English page may hold the Chinese names people gave. */
export function hearNames(page: Page): HeardNames {
  const names = new Set<string>();
  const reading = new Set<Promise<void>>();
  page.on('response', (answer) => {
    if (!/json/.test(answer.headers()['content-type'] ?? '')) return;
    const read = answer
      .json()
      .then((body) => {
        for (const name of chineseNamesIn(body)) names.add(name);
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
