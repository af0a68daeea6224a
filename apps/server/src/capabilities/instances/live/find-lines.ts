export interface LogQuery {
  readonly text?: string | undefined;
  readonly grade: 'all' | 'warning' | 'error';
  /** The newest of those found. */
  readonly limit: number;
}

export interface FoundLines {
  readonly lines: readonly string[];
  readonly looked: number;
  readonly found: number;
}

export type LineGrade = 'error' | 'warning' | 'other';

/** As the servers mark them: `[ERROR]`, `[Warning]`; what a crash leaves has no mark. */
export const gradeOf = (line: string): LineGrade =>
  /\[error\]|\bfatal\b|\bassertion\b|got signal \d+/i.test(line.slice(0, 400))
    ? 'error'
    : /\[warning\]/i.test(line.slice(0, 400))
      ? 'warning'
      : 'other';

/**
 * The time a line begins with: MySQL writes ISO with its zone; MariaDB the time of its machine without one, which is then not
 * taken for a time at all.
 */
export function timeIn(line: string): number | undefined {
  const found = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/.exec(line);
  const at = found ? Date.parse(found[0]) : Number.NaN;
  return Number.isNaN(at) || at < 0 ? undefined : at;
}

/** Lines with the text and of the grade or worse; the newest of them, oldest first. Pure. */
export function findLines(all: readonly string[], { text, grade, limit }: LogQuery): FoundLines {
  const wanted = text?.toLowerCase();
  const isGraded = (line: string) => {
    const own = gradeOf(line);
    return grade === 'all' || own === 'error' || (grade === 'warning' && own === 'warning');
  };
  const fitting = all.filter((line) => isGraded(line) && (!wanted || line.toLowerCase().includes(wanted)));
  return { lines: fitting.slice(-limit), looked: all.length, found: fitting.length };
}
