import type { Gate } from '../policy/policy-layer.ts';
import type { StatementReview } from '../review.ts';
import type { Grade } from '../rule.ts';
import { usualBlock, type Verdict } from './verdict.ts';

/** What a whole run came to. */
export interface Tally {
  readonly files: number;
  readonly statements: number;
  /** Of those that were reviewed; `undefined` when none was. */
  readonly lowest: number | undefined;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly findings: Readonly<Record<Grade, number>>;
  /** Those of grades that the gate lets pass. */
  readonly advising: Readonly<Record<Grade, number>>;
  /** By a comment or the policy. */
  readonly suppressed: number;
  readonly baseline: number;
}

export const emptyTally: Tally = {
  files: 0,
  statements: 0,
  lowest: undefined,
  verdicts: { passed: 0, blocked: 0, below: 0, incomplete: 0, 'not-reviewed': 0 },
  findings: { X: 0, E: 0, W: 0, N: 0 },
  advising: { X: 0, E: 0, W: 0, N: 0 },
  suppressed: 0,
  baseline: 0,
};

export function addToTally(
  tally: Tally,
  { score, findings, excused }: StatementReview,
  verdict: Verdict,
  { block = usualBlock }: Gate,
): Tally {
  const grades = { ...tally.findings };
  const advising = { ...tally.advising };
  // What cannot be read is told of as not reviewed, not as a flaw of the statement.
  if (score !== null)
    for (const { grade } of findings) {
      grades[grade] += 1;
      if (!block.includes(grade)) advising[grade] += 1;
    }
  const known = excused.filter(({ by }) => by === 'baseline').length;
  return {
    files: tally.files,
    statements: tally.statements + 1,
    lowest: score === null ? tally.lowest : Math.min(score, tally.lowest ?? 100),
    verdicts: { ...tally.verdicts, [verdict]: tally.verdicts[verdict] + 1 },
    findings: grades,
    advising,
    suppressed: tally.suppressed + excused.length - known,
    baseline: tally.baseline + known,
  };
}

export const addFile = (tally: Tally): Tally => ({ ...tally, files: tally.files + 1 });

/** Whether everything may go on. */
export const isPassed = ({ statements, verdicts }: Tally): boolean => verdicts.passed === statements;
