export interface CsvRow {
  readonly cells: readonly string[];
  /** Where it begins, from 1. */
  readonly line: number;
}

export type CsvTable =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly line: number };

/** RFC 4180, with a comma, a semicolon or a tab between: whichever the first line has most of. Empty lines are left out. */
export function readCsv(text: string): CsvTable {
  const source = text.replace(/^\ufeff/, '');
  const separator = separatorOf(source.split('\n', 1)[0] ?? '');
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let number = 1;
  let begun = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) rows.push({ cells, line: begun });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < source.length; at++) {
    const letter = source[at];
    if (letter === '\n') number += 1;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (letter === separator) {
      cells.push(cell);
      cell = '';
    } else if (letter === '\n') {
      endRow();
      begun = number;
    } else if (letter !== '\r') cell += letter;
  }
  if (quoted) return { ok: false, line: begun };
  endRow();
  return { ok: true, rows };
}

const separatorOf = (head: string): string => {
  const counts = [',', ';', '\t'].map((one) => [one, head.split(one).length] as const);
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most), counts[0] ?? [',', 0])[0];
};
