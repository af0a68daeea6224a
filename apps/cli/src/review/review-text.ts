import type { Dialect } from '@myriad/sql';
import {
  listMapped,
  makePlaces,
  type PlacedReview,
  type ReviewFacts,
  type ReviewOptions,
  reviewMapped,
  scriptOf,
  streamReviews,
} from '@myriad/sql-review';

/** Facts are asked for once for a whole file. */
export interface Known {
  readonly dialect: Dialect;
  readonly factsOf: (text: string) => Promise<ReviewFacts>;
}

export const isXml = (name: string): boolean => /\.xml$/i.test(name);

/** Reviews of one file: a script, or a MyBatis mapper in its shapes. `undefined`: XML that is no mapper. */
export async function reviewFileText(
  name: string,
  text: string,
  { dialect, factsOf }: Known,
  options: Pick<ReviewOptions, 'rules' | 'policy' | 'letGo'>,
): Promise<Iterable<PlacedReview> | undefined> {
  if (!isXml(name)) {
    const facts = await factsOf(text);
    const placeOf = makePlaces(text);
    return placed(streamReviews(text, { ...options, dialect, facts }), placeOf);
  }
  const mapped = listMapped(text);
  if (mapped === undefined) return undefined;
  for (const { id, missing, possible, shapes } of mapped) {
    if (missing !== undefined)
      process.stderr.write(`${name} ${id}: <include refid="${missing}"/> is not in this file / 本文件中没有该片段\n`);
    if (possible > shapes.length)
      process.stderr.write(
        `${name} ${id}: ${shapes.length} of / 共 ${possible}: shapes reviewed / 种形式，已抽样审核\n`,
      );
  }
  const facts = await factsOf(scriptOf(mapped));
  return reviewMapped(text, mapped, (sql) => streamReviews(sql, { ...options, dialect, facts }));
}

function* placed(reviews: ReturnType<typeof streamReviews>, placeOf: PlacedReview['placeOf']): Generator<PlacedReview> {
  for (const review of reviews) yield { review, placeOf };
}
