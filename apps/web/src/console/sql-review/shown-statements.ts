import type { ReviewedStatement } from '@myriad/contract';

export const views = ['all', 'found', 'refused'] as const;
export type StatementView = (typeof views)[number];

/** Of a long script: all statements, those with findings, or those the gate refuses. */
export function shownStatements(result: readonly ReviewedStatement[], view: StatementView) {
  if (view === 'refused') return result.filter(({ verdict }) => verdict !== 'passed');
  if (view === 'found')
    return result.filter(
      ({ findings, failed, verdict }) => findings.length + failed.length > 0 || verdict !== 'passed',
    );
  return result;
}

/** Which of them a link means: the statement at a place, or the first where a rule found something. */
export function placeOfLink(
  shown: readonly ReviewedStatement[],
  { at, rule }: { readonly at: string | null; readonly rule: string | null },
): number {
  if (at !== null) return shown.findIndex(({ start, end }) => start <= Number(at) && Number(at) < end);
  return rule === null ? -1 : shown.findIndex(({ findings }) => findings.some((one) => one.rule === rule));
}
