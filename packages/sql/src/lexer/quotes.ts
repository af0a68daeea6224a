/**
 * Offset after the closing quote of the quoted text that starts at `start`, or -1 when it stays open before `limit`.
 * A doubled quote stands for one; a backslash escapes when `escapes` is true (never in names).
 */
export function skipQuoted(text: string, start: number, limit: number, quote: number, escapes: boolean): number {
  for (let at = start + 1; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (text.charCodeAt(at + 1) !== quote || at + 1 >= limit) return at + 1;
      at += 1;
    } else if (escapes && code === 92) at += 1;
  }
  return -1;
}

const escapedCharacters: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\x1a',
};

/** The value of a quoted string's inside. `\%` and `\_` keep their backslash, as the server keeps it for LIKE. */
export function unescapeString(inside: string, quote: string, escapes: boolean): string {
  const hasEscape = escapes && inside.includes('\\');
  if (!hasEscape && !inside.includes(quote)) return inside;
  if (!hasEscape) return inside.replaceAll(quote + quote, quote);
  return inside.replace(/\\([\s\S])|''|""/g, (found, letter: string | undefined) => {
    if (letter === undefined) return found[0] === quote ? quote : found;
    if (letter === '%' || letter === '_') return found;
    return escapedCharacters[letter] ?? letter;
  });
}

/** A name without its quotes. */
export function unquoteName(text: string): string {
  const quote = text[0];
  if (quote !== '`' && quote !== '"') return text;
  const inside = text.slice(1, -1);
  return inside.includes(quote) ? inside.replaceAll(quote + quote, quote) : inside;
}
