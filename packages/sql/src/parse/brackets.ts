import { signs } from '../keywords/words.ts';
import type { Tokens } from '../lexer/tokens.ts';
import type { Cursor } from './cursor.ts';

/**
 * The number of the token that closes the bracket `ahead` tokens on; that of the end when nothing closes it. All of a
 * text's brackets are matched at the first question, in one go: asked at every level, a search would be quadratic.
 */
export function closingBracket(p: Cursor, ahead: number): number {
  p.closings ??= matchBrackets(p.tokens);
  return p.closings[p.at + ahead] ?? p.tokens.count;
}

function matchBrackets({ count, signs: numbers }: Tokens): Int32Array {
  const closings = new Int32Array(count).fill(count);
  const open: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const sign = signs[numbers[at] ?? 0];
    if (sign === '(') open.push(at);
    else if (sign === ')') {
      const from = open.pop();
      if (from !== undefined) closings[from] = at;
    }
  }
  return closings;
}
