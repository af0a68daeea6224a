/** A row as programs read it. */
export type TextRow = Readonly<Record<string, string | number | boolean | null>>;

/** A cell that begins like a formula would be run by a spreadsheet: it becomes text. https://owasp.org/www-community/attacks/CSV_Injection */
const asText = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

const cell = (value: TextRow[string]): string => {
  if (value === null) return '';
  const text = typeof value === 'string' ? asText(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180, with a head; the columns are those of the first row. */
export function csvOf(rows: readonly TextRow[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => names.map((name) => cell(row[name] ?? null)).join(','));
  return [names.join(','), ...lines, ''].join('\r\n');
}

export const jsonOf = (rows: readonly TextRow[]): string => `${JSON.stringify(rows, null, 2)}\n`;

/** A moment as programs read it. */
export const momentOf = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();
