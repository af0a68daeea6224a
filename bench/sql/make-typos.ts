import { type Dialect, lex, listTokens, type Token, TokenType } from '@myriad/sql';

/** One slip of the pen: a token lost, doubled or swapped, a letter of a word lost or doubled. */
export function makeTypo(sql: string, dialect: Dialect, random: () => number): string {
  const tokens = listTokens(lex(sql, dialect));
  const pick = Math.floor(random() * tokens.length);
  const token = tokens[pick];
  if (token === undefined) return sql;
  const replace = (text: string) => sql.slice(0, token.start) + text + sql.slice(token.end);
  const kind = Math.floor(random() * 5);
  if (kind === 0) return replace(' ');
  if (kind === 1) return replace(`${token.text} ${token.text}`);
  if (kind === 2) return swap(sql, token, tokens[pick + 1]);
  if (token.type !== TokenType.word || token.text.length < 3) return replace(' ');
  const at = 1 + Math.floor(random() * (token.text.length - 1));
  const letter = token.text[at] ?? '';
  return replace(token.text.slice(0, at) + (kind === 3 ? '' : letter + letter) + token.text.slice(at + 1));
}

function swap(sql: string, first: Token, second: Token | undefined): string {
  if (second === undefined) return sql.slice(0, first.start);
  const between = sql.slice(first.end, second.start);
  return `${sql.slice(0, first.start)}${second.text}${between}${first.text}${sql.slice(second.end)}`;
}
