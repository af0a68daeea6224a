import type { ReviewedStatement, ReviewGrade } from '@myriad/contract';

export interface EditorMark {
  /** In the text of the editor, whose lines end with a line feed alone; UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly level: 'error' | 'warning' | 'info';
  readonly message: string;
}

const levels = { X: 'error', E: 'error', W: 'warning', N: 'info' } as const satisfies Record<
  ReviewGrade,
  EditorMark['level']
>;

/** Where an offset of the reviewed text stands in the editor, which knows no carriage returns. */
export function inEditor(text: string): (offset: number) => number {
  if (!text.includes('\r')) return (offset) => offset;
  // A carriage return before a line feed is one character less behind it.
  const places = [...text.matchAll(/\r\n/g)].map(({ index }) => index);
  return (offset) => {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

/** Findings as marks of the editor, the place of each and what it says. */
export function marksOf(
  text: string,
  result: readonly ReviewedStatement[],
  say: (finding: ReviewedStatement['findings'][number]) => string,
): readonly EditorMark[] {
  const place = inEditor(text);
  return result
    .flatMap(({ findings }) => findings)
    .map((finding) => ({
      start: place(finding.start),
      end: place(finding.end),
      level: levels[finding.grade],
      message: say(finding),
    }));
}
