import type { ReviewQualityRow } from '@myriad/contract';

export type TrendBy = 'application' | 'team' | 'all';

export interface TrendLine {
  /** undefined: of no application, or of no team. */
  readonly name: string | undefined;
  readonly statements: number;
  /** A score for each month, null where nothing was scored. */
  readonly scores: readonly (number | null)[];
}

/** As many lines as an eye keeps apart. */
export const mostLines = 6;

/** Months from the first to the last that has something, as `2026-11`. */
export function monthsOf(rows: readonly Pick<ReviewQualityRow, 'month'>[]): readonly string[] {
  const named = rows.map(({ month }) => month).sort();
  const [first, last] = [named[0], named.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months: string[] = [];
  for (let month = first; month <= last && months.length < 36; month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

/** Scores month by month, weighed by statements; those with the most statements first, and no more than `mostLines`. */
export function trendOf(rows: readonly ReviewQualityRow[], by: TrendBy): readonly TrendLine[] {
  const months = monthsOf(rows);
  const nameOf = ({ application, team }: ReviewQualityRow) =>
    by === 'all' ? '' : (by === 'team' ? team : application) || undefined;
  return [...Map.groupBy(rows, nameOf)]
    .map(([name, of]): TrendLine => {
      const scores = months.map((month) => {
        const here = of.filter((row) => row.month === month && row.score !== null);
        const scored = here.reduce((sum, row) => sum + row.scored, 0);
        const total = here.reduce((sum, row) => sum + (row.score ?? 0) * row.scored, 0);
        return scored === 0 ? null : Math.round((total * 10) / scored) / 10;
      });
      return { name, statements: of.reduce((sum, row) => sum + row.statements, 0), scores };
    })
    .sort((a, b) => b.statements - a.statements)
    .slice(0, mostLines);
}
