import { moreWords } from './more-words.ts';
import { words1, words2, words3, words4, words5, words6 } from './words-data.ts';

type Split<Text extends string, Found = never> = Text extends `${infer Head} ${infer Rest}`
  ? Split<Rest, Found | Head>
  : Found | Text;

/** Every word a grammar of ours names, in capitals: the union of all dialects' keywords and function names with a syntax. */
export type Word =
  | Split<typeof words1>
  | Split<typeof words2>
  | Split<typeof words3>
  | Split<typeof words4>
  | Split<typeof words5>
  | Split<typeof words6>
  | Split<typeof moreWords>;

const operators = [
  '(', ')', ',', ';', '.', '..', '=', '<', '>', '<=', '>=', '<>', '!=', '<=>', '<<', '>>', '+', '-', '*', '/', '%', '&', '|', '^',
  '~', '!', '&&', '||', ':=', ':', '->', '->>', '@@', '@', '{', '}', '?', '=>',
] as const; // biome-ignore format: a table

export type Operator = (typeof operators)[number];

/** What a token says when it is a word of the language or an operator. Other tokens say ''. */
export type Sign = Word | Operator;

const asKeys = (names: readonly string[]): readonly string[] =>
  // Property names are internalised by V8: comparing two of them is comparing two pointers.
  Object.keys(Object.fromEntries(names.map((name) => [name, true])));

const allWords = [words1, words2, words3, words4, words5, words6, moreWords].join(' ').split(' ');

/** Sign of a token by its number. 0 is no sign; then the operators; then the words, in alphabetical order. */
export const signs = ['', ...asKeys(operators), ...asKeys(allWords)] as readonly (Sign | '')[];

export const firstWord = 1 + operators.length;

const numbers = new Map(signs.map((sign, number) => [sign, number]));

/** 0 when it is none. */
export function signNumber(sign: string): number {
  return numbers.get(sign as Sign) ?? 0;
}

export function operatorNumber(sign: Operator): number {
  return signNumber(sign);
}

// An open-addressing table keyed by a hash the lexer computes while it scans: no slice, no upper-casing per token.
const tableSize = 8192;
const table = new Uint16Array(tableSize);

/** Folds one ASCII character into the hash of a word, whatever its case. */
export function foldHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + (code & 0xdf)) | 0;
}

for (let number = firstWord; number < signs.length; number += 1) {
  let hash = 0;
  for (const letter of signs[number] ?? '') hash = foldHash(hash, letter.charCodeAt(0));
  let slot = hash & (tableSize - 1);
  while (table[slot] !== 0) slot = (slot + 1) & (tableSize - 1);
  table[slot] = number;
}

function spells(text: string, start: number, word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = text.charCodeAt(start + at);
    const upper = code >= 97 && code <= 122 ? code - 32 : code;
    if (upper !== word.charCodeAt(at)) return false;
  }
  return true;
}

/** The number of the word in `text` from `start` to `end`, given its folded hash; 0 when it is a name. */
export function findWord(text: string, start: number, end: number, hash: number): number {
  let slot = hash & (tableSize - 1);
  for (let number = table[slot]; number; number = table[slot]) {
    const word = signs[number] ?? '';
    if (word.length === end - start && spells(text, start, word)) return number;
    slot = (slot + 1) & (tableSize - 1);
  }
  return 0;
}
