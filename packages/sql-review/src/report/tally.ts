import type { StatementReview } from '../review.ts';
import type { Grade } from '../rule.ts';
import type { Verdict } from './verdict.ts';

/** What a whole run came to. */
export interface Tally {
  readonly files: number;
  readonly statements: number;
  /** Of those that were reviewed; `undefined` when none was. */
  readonly lowest: number | undefined;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly findings: Readonly<Record<Grade, number>>;
  readonly suppressed: number;
}

export const emptyTally: Tally = {
  files: 0,
  statements: 0,
  lowest: undefined,
  verdicts: { passed: 0, blocked: 0, below: 0, incomplete: 0, 'not-reviewed': 0 },
  findings: { X: 0, E: 0, W: 0, N: 0 },
  suppressed: 0,
};

export function addToTally(tally: Tally, { score, findings, excused }: StatementReview, verdict: Verdict): Tally {
  const grades = { ...tally.findings };
  // What cannot be read is told of as not reviewed, not as a flaw of the statement.
  if (score !== null) for (const { grade } of findings) grades[grade] += 1;
  return {
    files: tally.files,
    statements: tally.statements + 1,
    lowest: score === null ? tally.lowest : Math.min(score, tally.lowest ?? 100),
    verdicts: { ...tally.verdicts, [verdict]: tally.verdicts[verdict] + 1 },
    findings: grades,
    suppressed: tally.suppressed + excused.length,
  };
}

export const addFile = (tally: Tally): Tally => ({ ...tally, files: tally.files + 1 });

/** Whether everything may go on. */
export const isPassed = ({ statements, verdicts }: Tally): boolean => verdicts.passed === statements;
