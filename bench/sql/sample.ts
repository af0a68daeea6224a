import { type Dialect, lex, listTokens, TokenType } from '@myriad/sql';
import { classifyStatement, type Family } from './classify-statement.ts';

/** Numbers in [0, 1) that a seed decides: the same sample anywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffle<T>(items: readonly T[], random: () => number): readonly T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

/** What two statements share that differ in names and values only. */
export function shapeOf(sql: string, dialect: Dialect): string {
  return listTokens(lex(sql, dialect))
    .map(
      (token) =>
        token.sign || (token.type === TokenType.word || token.type === TokenType.name ? 'n' : `v${token.type}`),
    )
    .join(' ');
}

export interface Candidate {
  readonly sql: string;
  readonly family: Family;
}

/** One statement for each shape, at most `most` of a family, in an order the seed decides. */
export function sampleByFamily(
  statements: readonly string[],
  dialect: Dialect,
  { seed, most }: { readonly seed: number; readonly most: number },
): readonly Candidate[] {
  const shapes = new Set<string>();
  const counts = new Map<Family, number>();
  const chosen: Candidate[] = [];
  for (const sql of shuffle(statements, seededRandom(seed))) {
    const family = classifyStatement(sql, dialect);
    const count = counts.get(family) ?? 0;
    if (count >= most) continue;
    const shape = shapeOf(sql, dialect);
    if (shapes.has(shape)) continue;
    shapes.add(shape);
    counts.set(family, count + 1);
    chosen.push({ sql, family });
  }
  return chosen;
}
