import type { Dialect } from '../dialect.ts';
import { type Sign, signs } from '../keywords/words.ts';

/** What sort of text a token is. Numbers, because they live in a typed array. */
export const TokenType = {
  /** After the last token. */
  end: 0,
  /** A keyword or a name without quotes. */
  word: 1,
  /** A name in quotes, or one that cannot be a keyword: right after a dot. */
  name: 2,
  string: 3,
  /** N'…' */
  nationalString: 4,
  /** 0x1F or x'1F' */
  hex: 5,
  /** 0b01 or b'01' */
  bit: 6,
  integer: 7,
  decimal: 8,
  float: 9,
  /** ? */
  parameter: 10,
  /** @name, @'name', @`name`; also the host of an account, user@host. */
  variable: 11,
  /** _utf8mb4 before a string. */
  introducer: 12,
  operator: 13,
  /** $tag$ … $tag$, MySQL 9. */
  dollarBody: 14,
  /** No token of the language: an open quote, a stray character. */
  error: 15,
} as const;

export type TokenType = (typeof TokenType)[keyof typeof TokenType];

export type CommentKind = 'line' | 'block' | 'hint' | 'skipped-version' | 'version-open' | 'version-close';

export interface Comment {
  readonly kind: CommentKind;
  readonly start: number;
  readonly end: number;
  /** The token it stands before. */
  readonly token: number;
}

/**
 * The tokens of one text as columns: one object, no garbage per token. All offsets are UTF-16 positions in `text`.
 * The column entry at `count` is the end token; its start and end are where the text ends.
 */
export interface Tokens {
  readonly text: string;
  readonly dialect: Dialect;
  count: number;
  types: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  /** Number of the sign, see keywords/words.ts; 0 when the token is no word of the language and no operator. */
  signs: Uint16Array;
  readonly comments: Comment[];
}

export function makeTokens(text: string, dialect: Dialect, capacity: number): Tokens {
  return {
    text,
    dialect,
    count: 0,
    types: new Uint8Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    signs: new Uint16Array(capacity),
    comments: [],
  };
}

function grow(tokens: Tokens): void {
  const size = tokens.types.length * 2;
  const types = new Uint8Array(size);
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const numbers = new Uint16Array(size);
  types.set(tokens.types);
  starts.set(tokens.starts);
  ends.set(tokens.ends);
  numbers.set(tokens.signs);
  tokens.types = types;
  tokens.starts = starts;
  tokens.ends = ends;
  tokens.signs = numbers;
}

export function addToken(tokens: Tokens, type: TokenType, start: number, end: number, sign: number): void {
  const at = tokens.count;
  if (at >= tokens.types.length) grow(tokens);
  tokens.types[at] = type;
  tokens.starts[at] = start;
  tokens.ends[at] = end;
  tokens.signs[at] = sign;
  tokens.count = at + 1;
}

/** One token as an object, for those who read few of them. */
export interface Token {
  readonly type: TokenType;
  readonly sign: Sign | '';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function tokenAt(tokens: Tokens, at: number): Token {
  const start = tokens.starts[at] ?? tokens.text.length;
  const end = tokens.ends[at] ?? start;
  return {
    type: (tokens.types[at] ?? TokenType.end) as TokenType,
    sign: signs[tokens.signs[at] ?? 0] ?? '',
    start,
    end,
    text: tokens.text.slice(start, end),
  };
}

export function listTokens(tokens: Tokens): readonly Token[] {
  return Array.from({ length: tokens.count }, (_, at) => tokenAt(tokens, at));
}
