import { makePlaces } from '../report/places.ts';
import type { PlacedReview, StatementReview } from '../review.ts';
import type { MappedStatement } from './list-shapes.ts';
import type { Shape } from './shape.ts';

/** A shape's review: which of the mapped statements it is of, and where offsets of its text stand in the file. */
export interface MappedReview extends PlacedReview {
  readonly mapped: MappedStatement;
  /** Of the file, UTF-16; of what stands in no file or in another one, its element. */
  readonly inFile: (offset: number) => number;
}

/**
 * Reviews shape after shape. The first shape of a statement is told of; a further one only where it shows what none before
 * it did: a finding of another rule or at another place of the file, or that it cannot be read.
 */
export function* reviewMapped(
  text: string,
  mapped: readonly MappedStatement[],
  reviewText: (sql: string) => Iterable<StatementReview>,
): Generator<MappedReview> {
  const placeInFile = makePlaces(text);
  for (const one of mapped) {
    const { shapes, start } = one;
    const told = new Set<string>();
    for (const [at, shape] of shapes.entries()) {
      const inFile = (offset: number) => shape.places[offset] ?? shape.places.at(-1) ?? start;
      for (const review of reviewText(shape.sql)) {
        const keys = review.findings.map(({ rule, start: from }) => `${rule} ${inFile(from)}`);
        if (at > 0 && review.failed.length === 0 && keys.every((key) => told.has(key))) continue;
        for (const key of keys) told.add(key);
        const placeOf = (offset: number) => placeInFile(inFile(offset));
        yield { review: { ...review, line: placeOf(review.start).line }, placeOf, mapped: one, inFile };
      }
    }
  }
}

/** All shapes as one script: what a server is asked about. */
export const scriptOf = (mapped: readonly MappedStatement[]): string =>
  mapped.flatMap(({ shapes }) => shapes.map(({ sql }: Shape) => `${sql};\n`)).join('');
