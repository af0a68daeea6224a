import type { Literal } from '../ast/expression.ts';
import { type Cursor, refuse } from './cursor.ts';
import { parseInteger } from './literals.ts';

const largest = 2n ** 64n - 1n;

/** A whole number that fits 64 bits: a larger one is a decimal to the servers, which these clauses do not take. */
export function parseWholeNumber(p: Cursor): Literal {
  const number = parseInteger(p);
  return number.type === 'integer' && BigInt(number.value) > largest ? refuse(p, number, 'too large a number') : number;
}
