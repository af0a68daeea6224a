import type { Words } from '@myriad/contract';
import { fillWords, type WordValues } from '../http/fill-words.ts';
import { ProblemError } from '../http/problem-error.ts';

/** One wrong place of a filter: where, what is wrong there, and what to write instead. */
export function filterFault(at: number, reason: Words, move: Words, values: WordValues = {}): ProblemError {
  const said = fillWords(reason, values);
  return new ProblemError('FILTER_INVALID', { position: at, reason: said, move: fillWords(move, values) }, [
    { path: 'query.where', words: said },
  ]);
}

/** Names as a list in a sentence; long lists are cut. */
export const listed = (names: readonly string[]): Words => {
  const shown = names.slice(0, 40);
  const more = names.length > shown.length;
  return { en: shown.join(', ') + (more ? ', …' : ''), zh: shown.join('、') + (more ? '……' : '') };
};

/** The name most like what was written, where one is near enough to be meant. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, distance: distanceOf(written.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(1, Math.floor(written.length / 3)) ? best.name : undefined;
}

/** Levenshtein's distance, over one row. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
