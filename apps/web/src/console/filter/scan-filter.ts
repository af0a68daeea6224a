/** What a piece of a filter is, as far as completing and translating it needs to know. The platform alone judges a filter. */
export interface Piece {
  readonly means: 'path' | 'operator' | 'value' | 'join' | 'open' | 'close' | 'comma' | 'stray';
  readonly text: string;
  /** Of a path: its names, quotes taken off. */
  readonly names?: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** What may stand next. */
export type Wanted = 'path' | 'operator' | 'value' | 'list' | 'list-value' | 'list-next' | 'join';

export interface Scan {
  readonly pieces: readonly Piece[];
  readonly wanted: Wanted;
  /** The path of the comparison that is being written. */
  readonly path?: readonly string[];
}

const token =
  /\s+|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|!=|!~|<=|>=|[=<>~(),.]|-?\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_-]*|./gsu;

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(token)]
    .map(([found], at, all) => ({ found, at, from: all[at]?.index ?? 0 }))
    .filter(({ found }) => found.trim() !== '')
    .map(({ found, from }) => ({ text: found, from, to: from + found.length }));

const isName = (text: string): boolean => /^[\p{L}_]/u.test(text);
const unquoted = (text: string): string =>
  /^["']/.test(text) ? text.replace(/^["']|["']$/g, '').replace(/\\(.)/g, '$1') : text;
const isJoin = (text: string): boolean => /^(and|or|not)$/i.test(text);

/** Reads a filter as far as it goes, forgiving everything. */
export function scanFilter(text: string): Scan {
  const tokens = tokensOf(text);
  const pieces: Piece[] = [];
  let wanted: Wanted = 'path';
  let path: readonly string[] | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const now = tokens[at];
    if (!now) break;
    const put = (means: Piece['means'], last: Token = now, names?: readonly string[]) =>
      pieces.push({
        means,
        text: text.slice(now.from, last.to),
        from: now.from,
        to: last.to,
        ...(names ? { names } : {}),
      });
    if (now.text === '(' && (wanted === 'path' || wanted === 'list')) {
      put('open');
      wanted = wanted === 'list' ? 'list-value' : 'path';
    } else if (now.text === ')' && (wanted === 'join' || wanted === 'list-next' || wanted === 'list-value')) {
      put('close');
      wanted = 'join';
    } else if (now.text === ',' && wanted === 'list-next') {
      put('comma');
      wanted = 'list-value';
    } else if (isJoin(now.text) && (wanted === 'join' || (wanted === 'path' && /^not$/i.test(now.text)))) {
      put('join');
      wanted = 'path';
    } else if (wanted === 'path' && isName(now.text)) {
      const end = endOfPath(tokens, at);
      path = tokens.slice(at, end + 1).flatMap(({ text: part }) => (part === '.' ? [] : [unquoted(part)]));
      put('path', tokens[end], path);
      // A path that ends in a dot is still being written.
      wanted = tokens[end]?.text === '.' ? 'path' : 'operator';
      at = end;
    } else if (wanted === 'operator' && /^(=|!=|<=?|>=?|~|!~)$/.test(now.text)) {
      put('operator');
      wanted = 'value';
    } else if (wanted === 'operator' && /^in$/i.test(now.text)) {
      put('operator');
      wanted = 'list';
    } else if (wanted === 'operator' && /^not$/i.test(now.text)) {
      const next = tokens[at + 1];
      const isNotIn = next !== undefined && /^in$/i.test(next.text);
      put('operator', isNotIn ? next : now);
      if (isNotIn) at += 1;
      wanted = isNotIn ? 'list' : 'operator';
    } else if (wanted === 'value' || wanted === 'list-value') {
      put('value');
      wanted = wanted === 'value' ? 'join' : 'list-next';
    } else put('stray');
  }
  return { pieces, wanted, ...(path ? { path } : {}) };
}

/** Index of the last token of the path that begins at `at`: names with dots between them. */
function endOfPath(tokens: readonly Token[], at: number): number {
  let end = at;
  while (tokens[end + 1]?.text === '.' && tokens[end + 1]?.from === tokens[end]?.to) {
    end += 1;
    const next = tokens[end + 1];
    if (!next || next.from !== tokens[end]?.to || !/^["'\p{L}\d_]/u.test(next.text)) return end;
    end += 1;
  }
  return end;
}

/** A text as a filter writes it. */
export const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;
