import { type Token, type Tokens, tokenAt } from '@myriad/sql';

/** The tokens that stand between two offsets; comments are none. */
export function tokensBetween(tokens: Tokens, start: number, end: number): readonly Token[] {
  const found: Token[] = [];
  for (let place = firstFrom(tokens, start); place < tokens.count && (tokens.ends[place] ?? 0) <= end; place += 1)
    found.push(tokenAt(tokens, place));
  return found;
}

function firstFrom(tokens: Tokens, start: number): number {
  let [low, high] = [0, tokens.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.starts[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
