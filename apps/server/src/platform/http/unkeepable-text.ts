import type { Words } from '@myriad/contract';

const words: Words = {
  en: 'holds a character that cannot be kept: a zero character, or half of a pair',
  zh: '含有无法保存的字符：空字符，或不成对的代理字符',
};
const unnamed: Words = {
  en: 'has a name with a character that cannot be kept: a zero character, or half of a pair',
  zh: '的键名含有无法保存的字符：空字符，或不成对的代理字符',
};

const isKept = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

interface Fault {
  readonly path: string;
  readonly words: Words;
}

/**
 * Places of an input whose text no store keeps as it came: what is half a pair (U+D800–U+DFFF alone) becomes another character
 * when it is written as UTF-8, silently.
 */
export function unkeepableText(value: unknown, path: string): Fault[] {
  if (typeof value === 'string') return isKept(value) ? [] : [{ path, words }];
  if (Array.isArray(value)) return value.flatMap((item, at) => unkeepableText(item, `${path}.${at}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    isKept(name) ? unkeepableText(item, `${path}.${name}`) : [{ path, words: unnamed }],
  );
}
