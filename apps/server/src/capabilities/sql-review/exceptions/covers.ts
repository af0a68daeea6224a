import { createHash } from 'node:crypto';
import type { ReviewedStatement, ReviewGrade } from '@myriad/contract';

/** What a statement is refused for: the rules behind the verdict; none behind a low score or an unread text. */
export function refusedBy({ verdict, findings, failed }: Judged, block: readonly ReviewGrade[]): readonly string[] {
  if (verdict === 'blocked')
    return [...new Set(findings.filter(({ grade }) => block.includes(grade)).map(({ rule }) => rule))].sort();
  return verdict === 'incomplete' ? [...new Set(failed.map(({ rule }) => rule))].sort() : [];
}

type Judged = Pick<ReviewedStatement, 'verdict' | 'findings' | 'failed' | 'score'>;

export interface SignedFor {
  readonly verdict: string;
  readonly rules: readonly string[];
  readonly score: number | null;
}

/**
 * Whether what was signed still says yes: nothing new may stand against the statement. A rule that was not there, a
 * lower score, or a text that could be read then and cannot now, is for somebody to look at again.
 */
export function covers(signed: SignedFor, judged: Judged, block: readonly ReviewGrade[]): boolean {
  if (judged.verdict === 'passed' || signed.verdict === 'not-reviewed' || judged.verdict === 'not-reviewed')
    return signed.verdict === judged.verdict;
  const isKnown = refusedBy(judged, block).every((rule) => signed.rules.includes(rule));
  return isKnown && (judged.score ?? 0) >= (signed.score ?? 0);
}

/** Exactly this text; another value in it is another statement. */
export const hashOfText = (sql: string): string => createHash('sha256').update(sql.trim()).digest('hex');
