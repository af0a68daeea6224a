/** Text in a table cell: bars escaped, one line. */
export const cell = (text: string | number | undefined): string =>
  text === undefined ? '' : String(text).replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll(/\s+/g, ' ');

export const code = (text: string): string => (text === '' ? '' : `\`${cell(text)}\``);

export function table(headings: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly (string | undefined)[]) => `| ${cells.map((text) => text ?? '').join(' | ')} |`;
  return [line(headings), `|${headings.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** A page; its first line after the title says where it was made from, so that nobody edits it by hand. */
export const page = (title: string, source: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, `Made from ${source} by \`./myriad docs\`. / 由 \`./myriad docs\` 生成。`, ...parts.filter(Boolean)].join('\n\n')}\n`;
