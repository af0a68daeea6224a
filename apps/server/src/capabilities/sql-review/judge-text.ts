import type { ReviewedStatement } from '@myriad/contract';
import { type Dialect, fingerprint } from '@myriad/sql';
import {
  allRules,
  ddlLine,
  type MappedReview,
  type MappedStatement,
  makeLetGo,
  type PolicyLayer,
  type ReviewFacts,
  reviewMapped,
  type StatementReview,
  streamReviews,
  verdictOf,
} from '@myriad/sql-review';
import { takeTurns } from './take-turns.ts';

interface Asked {
  readonly text: string;
  /** Of several: paths of suppressions are compared with it. */
  readonly name?: string;
  readonly dialect: Dialect;
  readonly facts: ReviewFacts;
  readonly layer: PolicyLayer;
  /** As `2026-11-22`. */
  readonly today: string;
  /** Told a few times a second of how many statements were judged, and up to where the text was read. May throw to end it. */
  readonly onTurn?: (judged: number, read: number) => void;
}

/** Every statement judged under a policy, a few at a time. */
export async function judgeText(asked: Asked): Promise<readonly ReviewedStatement[]> {
  const reviews = streamReviews(asked.text, optionsOf(asked));
  return judge(asked, reviews, (review) => ({ review, judged: undefined }));
}

/** The statements of a mapper, in the shapes that show something new. */
export async function judgeMapper(
  asked: Asked,
  mapped: readonly MappedStatement[],
): Promise<readonly ReviewedStatement[]> {
  const places = new Map(mapped.map((one, at) => [one, at]));
  const options = optionsOf(asked);
  const reviews = reviewMapped(asked.text, mapped, (sql) => streamReviews(sql, options));
  return judge(asked, reviews, (one) => ({
    review: one.review,
    judged: (places.get(one.mapped) ?? 0) + 1,
    inFile: one,
  }));
}

interface Placed {
  readonly review: StatementReview;
  /** Statements judged with this one, where that is not simply one more. */
  readonly judged: number | undefined;
  readonly inFile?: MappedReview;
}

async function judge<Review>(
  asked: Asked,
  reviews: Iterable<Review>,
  place: (review: Review) => Placed,
): Promise<readonly ReviewedStatement[]> {
  const judged: ReviewedStatement[] = [];
  const turn = takeTurns();
  for (const one of reviews) {
    const { review, judged: count, inFile } = place(one);
    const viewed = viewStatement(review, asked);
    judged.push(inFile ? inMapper(viewed, review, inFile) : viewed);
    if (await turn()) asked.onTurn?.(count ?? judged.length, judged.at(-1)?.end ?? 0);
  }
  return judged;
}

function optionsOf({ dialect, facts, layer, name = '', today }: Asked) {
  const letGo = makeLetGo(layer.suppressions, { name, today }, undefined);
  return { dialect, facts, rules: [...allRules, ...layer.ownRules], policy: layer.rules, letGo };
}

function viewStatement(
  review: StatementReview,
  { dialect, facts, layer }: Pick<Asked, 'dialect' | 'facts' | 'layer'>,
): ReviewedStatement {
  const { line, start, end, sql, score, findings, excused, failed, ddl } = review;
  const plan = facts.plans?.[sql];
  return {
    ...{ line, start, end, score, fingerprint: fingerprint(sql, dialect), verdict: verdictOf(review, layer.gate) },
    findings: findings.map(({ fix, ...finding }) => ({ ...finding, fix: [...fix] })),
    excused: [...excused],
    failed: [...failed],
    ddl: ddl.flatMap((one) => {
      const words = { en: ddlLine(one, 'en'), zh: ddlLine(one, 'zh') };
      return words.en === '' ? [] : [words];
    }),
    ...(plan && plan.steps.length > 0
      ? {
          plan: plan.steps.map(({ key, extra, ...step }) => ({
            ...step,
            extra: [...extra],
            ...(key === undefined ? {} : { key }),
          })),
        }
      : {}),
    ...(plan?.affectedRows ? { affectedRows: plan.affectedRows } : {}),
  };
}

/** Places of the shape's text as places of the file. An edit of the shape is none of the file. */
function inMapper(
  viewed: ReviewedStatement,
  { sql, start, end }: StatementReview,
  { mapped, inFile }: MappedReview,
): ReviewedStatement {
  const span = (from: number, to: number) => {
    const place = inFile(from);
    return { start: place, end: Math.max(place, inFile(Math.max(from, to - 1))) + 1 };
  };
  return {
    ...viewed,
    ...span(start, end),
    mapped: { id: mapped.id, sql },
    findings: viewed.findings.map((one) => ({ ...one, ...span(one.start, one.end), fix: [] })),
    excused: viewed.excused.map((one) => ({ ...one, ...span(one.start, one.end) })),
  };
}
