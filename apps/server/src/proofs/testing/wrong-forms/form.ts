import type { WrongInput } from '../../../platform/http/testing.ts';

/** A form of the product: where it goes, what is wrong with it, what is right, and where its result is read. */
export interface Form {
  readonly name: string;
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  /** What every input has besides what is wrong with it. */
  readonly base?: object;
  readonly wrong: readonly WrongInput[];
  /** Accepted, with the longest texts there may be: no table is narrower than its form. */
  readonly right?: object;
  /** What may not change by what is refused. */
  readonly reads: string;
}

/** Characters of four bytes, `characters` of two: a column counts characters, a form counts halves of pairs. */
export const longest = (characters: number) => '𠮷'.repeat(Math.floor(characters / 2));

export const wrongAt = (code: string, given: object, path?: string): WrongInput =>
  path === undefined ? [given, code] : [given, code, path];

const isBlank = ([given]: WrongInput): boolean => Object.values(given).every((value) => /^\s*$/.test(String(value)));

/** Of a field that may be left empty. */
export const butBlank = (wrong: readonly WrongInput[]): readonly WrongInput[] => wrong.filter((one) => !isBlank(one));

/** Of a field that null empties. */
export const butNull = (wrong: readonly WrongInput[]): readonly WrongInput[] =>
  wrong.filter(([given]) => !Object.values(given).includes(null));
