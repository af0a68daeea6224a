import { createHash } from 'node:crypto';

/** What SHOW GLOBAL VARIABLES shows of a value on MySQL. */
export const shownCharacters = 1024;
const mark = /… \[sha256 ([0-9a-f]{16}), \d{1,12} characters\]$/;

/** A long value as it is kept: its beginning and the hash of all of it. Pure. */
export function cutValue(beginning: string, sha256: string, characters: number): string {
  const end = `… [sha256 ${sha256.slice(0, 16)}, ${characters} characters]`;
  return `${beginning.slice(0, shownCharacters - end.length)}${end}`;
}

/** Of two kept values: alike as far as both are shown, and different after that. Pure. */
export function differInTail(one: string, other: string): boolean {
  const [a, b] = [one.search(mark), other.search(mark)];
  if (one === other || a < 0 || b < 0) return false;
  const shared = Math.min(a, b);
  return one.slice(0, shared) === other.slice(0, shared);
}

/**
 * Is a text what a kept value was cut from? undefined: it was not cut. Where the text was itself cut at what servers show, its
 * beginning is all there is to compare. Pure.
 */
export function isWholeOf(kept: string, text: string): boolean | undefined {
  const [end, hash = ''] = mark.exec(kept) ?? [];
  if (end === undefined) return undefined;
  if (!text.startsWith(kept.slice(0, -end.length))) return false;
  return text.length <= shownCharacters || createHash('sha256').update(text).digest('hex').startsWith(hash);
}
