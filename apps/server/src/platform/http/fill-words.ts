import type { Words } from '@myriad/contract';

/** What fills the `{name}` places of a sentence; a value that is read as language comes in both. */
export type WordValues = Readonly<Record<string, string | number | Words>>;

/** Fills both languages; a place without a value stays as it stands. */
export const fillWords = (words: Words, values: WordValues): Words => ({
  en: fill(words.en, values, 'en'),
  zh: fill(words.zh, values, 'zh'),
});

const fill = (sentence: string, values: WordValues, language: keyof Words): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name] ?? place;
    return typeof value === 'object' ? value[language] : String(value);
  });
