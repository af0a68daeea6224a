import type { ValueType } from '../filter/collection.ts';
import type { Cell } from '../filter/read-rows.ts';

export type Format = 'csv' | 'json' | 'ndjson';

export interface Table {
  readonly columns: readonly { readonly name: string; readonly type: ValueType }[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

export const contentTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** A table as text, in pieces of some ten thousand characters: a long one is never held whole. */
export async function* writeRows({ columns, rows }: Table, format: Format): AsyncGenerator<string> {
  const names = columns.map(({ name }) => name);
  const asObject = (cells: readonly Cell[]) =>
    JSON.stringify(Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null])));
  let text = format === 'csv' ? `${names.map(csvText).join(',')}\r\n` : format === 'json' ? '[' : '';
  let first = true;
  for await (const cells of rows) {
    if (format === 'csv') text += `${cells.map((cell, at) => csvCell(cell, columns[at]?.type)).join(',')}\r\n`;
    else if (format === 'ndjson') text += `${asObject(cells)}\n`;
    else text += `${first ? '\n' : ',\n'}${asObject(cells)}`;
    first = false;
    if (text.length < 16_384) continue;
    yield text;
    text = '';
  }
  yield format === 'json' ? `${text}\n]\n` : text;
}

/** Times as ISO 8601 in UTC; nothing as nothing. */
function csvCell(cell: Cell, type: ValueType | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (type === 'time' && typeof cell === 'number') return new Date(cell).toISOString();
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return csvText(typeof cell === 'string' ? cell : JSON.stringify(cell));
}

/**
 * RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe before it: names of schemas, hosts and people
 * come from servers that are not ours. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvText(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}
