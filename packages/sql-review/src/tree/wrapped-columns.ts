import type { Expression } from '@myriad/sql';
import { columnsIn } from './conditions.ts';

const wrappers: ReadonlySet<string> = new Set(['call', 'special-call', 'cast', 'convert-using', 'case']);

/** Indexes of their own kind serve these. */
const isServed = (name: string): boolean => /^(st_|mbr|json_contains$|json_overlaps$)/i.test(name);

/** A function, a cast or CASE around a column: an index over the column alone says nothing of it. */
export function wrapsColumn(side: Expression): boolean {
  if (side.kind === 'call' && isServed(side.name)) return false;
  const isWrapper = wrappers.has(side.kind) || (side.kind === 'unary' && side.operator === 'BINARY');
  return isWrapper && columnsIn(side).length > 0;
}
