import { displayWidth, padTo } from './display-width.ts';
import type { Language, Words } from './language.ts';

export interface Column<Row> {
  readonly title: Words;
  readonly of: (row: Row, language: Language) => string | number | undefined;
  /** Numbers stand at the right. */
  readonly number?: boolean;
}

const cleanCell = (value: string | number | undefined): string =>
  value === undefined || value === '' ? '-' : String(value).replaceAll(/[\p{Cc}\s]+/gu, ' ');

/** Rows for people: a heading, columns as wide as their widest cell, nothing cut. Control characters do not reach the terminal. */
export function tableOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[], language: Language): string {
  if (rows.length === 0) return language === 'zh' ? '（无）\n' : '(none)\n';
  const lines = [
    columns.map((column) => column.title[language]),
    ...rows.map((row) => columns.map((column) => cleanCell(column.of(row, language)))),
  ];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => displayWidth(line[at] ?? ''))));
  const shown = lines.map((line) =>
    line
      .map((cell, at) => padTo(cell, widths[at] ?? 0, columns[at]?.number ? 'right' : 'left'))
      .join('  ')
      .trimEnd(),
  );
  return `${shown.join('\n')}\n`;
}

/** Names and values of one thing, one a line. */
export function detailsOf(
  pairs: readonly (readonly [Words, string | number | undefined])[],
  language: Language,
): string {
  const width = Math.max(...pairs.map(([name]) => displayWidth(name[language])));
  return pairs.map(([name, value]) => `${padTo(name[language], width)}  ${cleanCell(value)}\n`).join('');
}

/** Local time to the second, the way log files write it; `-` for none. */
export function timeOf(at: number | undefined): string {
  if (at === undefined) return '-';
  const time = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}
