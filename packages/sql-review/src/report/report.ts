import type { Dialect } from '@myriad/sql';
import type { ExcusedBy } from '../policy/let-go.ts';
import type { Gate } from '../policy/policy-layer.ts';
import type { StatementReview } from '../review.ts';
import type { Grade, Rule } from '../rule.ts';
import type { Words } from '../words.ts';
import type { Place } from './places.ts';
import type { Tally } from './tally.ts';
import type { Verdict } from './verdict.ts';

/** A file under review, as the person named it. */
export interface ReviewedFile {
  readonly name: string;
  readonly placeOf: (offset: number) => Place;
}

export interface ReportOptions {
  readonly language: keyof Words;
  readonly dialect: Dialect;
  /** Of this program. */
  readonly version: string;
  /** ANSI colours; only the text for people has any. */
  readonly colour: 'none' | 'ansi';
  /** Rules of one's own, beside those of the catalogue. */
  readonly ownRules?: readonly Rule[];
  /** What blocks and which score is asked for, where that is one thing for the whole run. */
  readonly gate: Gate;
}

/**
 * A report while it grows: what each call gives is written out at once, in this order; `begin`, then a statement at a
 * time, `endFile` behind the last of each file, `end`. All together is one document of its format.
 */
export interface Report {
  readonly begin: () => string;
  readonly add: (file: ReviewedFile, review: StatementReview, verdict: Verdict) => string;
  readonly endFile: (file: ReviewedFile) => string;
  readonly end: (tally: Tally) => string;
}

export const gradeWords = {
  X: { en: 'blocking', zh: '阻断' },
  E: { en: 'must fix', zh: '必须修改' },
  W: { en: 'potential problem', zh: '潜在问题' },
  N: { en: 'suggestion', zh: '建议' },
} as const satisfies Record<Grade, Words>;

export const excusedWords = {
  comment: { en: 'suppressed', zh: '已忽略' },
  policy: { en: 'suppressed by the policy', zh: '按策略忽略' },
  baseline: { en: 'in the baseline', zh: '基线内' },
} as const satisfies Record<ExcusedBy, Words>;

export const grades = ['X', 'E', 'W', 'N'] as const satisfies readonly Grade[];

/** The first words of a statement, in one line. */
export function headOf(sql: string, most = 60): string {
  const line = sql
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const points = [...line];
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : line;
}
