import type { Dialect } from '@myriad/sql';
import {
  makePlaces,
  type PlacedReview,
  type ReviewFacts,
  type ReviewOptions,
  reviewMapped,
  scriptOf,
  streamPieces,
  streamReviews,
} from '@myriad/sql-review';
import { type FragmentsFor, isXml, listMappedWith } from './mapper-fragments.ts';
import { readPieces, readScript } from './read-script.ts';

/** Facts are asked for once for a whole file. */
export interface Known {
  readonly dialect: Dialect;
  readonly factsOf: (text: string) => Promise<ReviewFacts>;
  /** The facts of every text, where no server is asked about each. */
  readonly told: ReviewFacts | undefined;
}

type Options = Pick<ReviewOptions, 'rules' | 'policy' | 'letGo'>;

/**
 * Reviews of one file: a script, or a MyBatis mapper in its shapes. `undefined`: XML that is no mapper. A script is read
 * while it is judged, unless a server is asked about all of it.
 * @throws InputFault also while it is read
 */
export async function reviewFile(
  name: string,
  { dialect, factsOf, told }: Known,
  options: Options,
  fragmentsFor: FragmentsFor,
): Promise<AsyncIterable<PlacedReview> | Iterable<PlacedReview> | undefined> {
  if (isXml(name)) return reviewMapper(name, { dialect, factsOf }, options, fragmentsFor);
  if (told) return streamPieces(readPieces(name), { ...options, dialect, facts: told });
  const text = await readScript(name);
  return placed(streamReviews(text, { ...options, dialect, facts: await factsOf(text) }), makePlaces(text));
}

async function reviewMapper(
  name: string,
  { dialect, factsOf }: Pick<Known, 'dialect' | 'factsOf'>,
  options: Options,
  fragmentsFor: FragmentsFor,
): Promise<Iterable<PlacedReview> | undefined> {
  const text = await readScript(name);
  const mapped = await listMappedWith(name, text, fragmentsFor);
  if (mapped === undefined) return undefined;
  for (const { id, missing, possible, shapes } of mapped) {
    if (missing !== undefined)
      process.stderr.write(`${name} ${id}: <include refid="${missing}"/> was not found / 未找到该片段\n`);
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
