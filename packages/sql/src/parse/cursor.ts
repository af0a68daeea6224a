import type { Problem } from '../ast/unknown.ts';
import type { Dialect } from '../dialect.ts';
import { reservedTable } from '../keywords/reserved.ts';
import { type Sign, signs, type Word } from '../keywords/words.ts';
import { type Tokens, TokenType } from '../lexer/tokens.ts';

/** A place in the tokens of one statement. The only thing that changes while parsing is `at` (and `depth`). */
export interface Cursor {
  readonly text: string;
  readonly tokens: Tokens;
  readonly dialect: Dialect;
  readonly mysql: boolean;
  readonly mariadb: boolean;
  /** MariaDB in ORACLE mode. */
  readonly oracle: boolean;
  /** As version comments write it: 80410. */
  readonly version: number;
  readonly reserved: Uint8Array;
  /** Number of the current token. */
  at: number;
  depth: number;
  /** Inside a routine's body: names may be variables, INTO takes them, RETURN is known. */
  inRoutine: boolean;
  /** For each opening bracket the token that closes it; made when it is first asked for, see brackets.ts. */
  closings: Int32Array | undefined;
}

/** Thrown inside the parser only. No Error: nobody needs its stack, and making one costs more than parsing. */
export class SyntaxFault {
  readonly problem: Problem;
  constructor(problem: Problem) {
    this.problem = problem;
  }
}

export function makeCursor(tokens: Tokens): Cursor {
  const { text, dialect } = tokens;
  return {
    text,
    tokens,
    dialect,
    mysql: dialect.flavour === 'mysql',
    mariadb: dialect.flavour === 'mariadb',
    oracle: dialect.sqlMode.oracle && dialect.flavour === 'mariadb',
    version: dialect.versionNumber,
    reserved: reservedTable(dialect),
    at: 0,
    depth: 0,
    inRoutine: false,
    closings: undefined,
  };
}

/** MySQL from a version on. */
export const mysqlSince = (p: Cursor, version: number): boolean => p.mysql && p.version >= version;
export const mariadbSince = (p: Cursor, version: number): boolean => p.mariadb && p.version >= version;

/** The sign of the current token, '' when it has none. */
export function signOf(p: Cursor, ahead = 0): Sign | '' {
  const at = p.at + ahead;
  return at < p.tokens.count ? (signs[p.tokens.signs[at] ?? 0] ?? '') : '';
}

export function typeOf(p: Cursor, ahead = 0): TokenType {
  const at = p.at + ahead;
  return at < p.tokens.count ? (p.tokens.types[at] as TokenType) : TokenType.end;
}

/** Whether the current token is this word or operator. */
export function is(p: Cursor, sign: Sign): boolean {
  return signs[p.tokens.signs[p.at] ?? 0] === sign;
}

/** Like `is`, for the token `ahead` places on. */
export function isAhead(p: Cursor, ahead: number, sign: Sign): boolean {
  return signOf(p, ahead) === sign;
}

export function isOneOf(p: Cursor, ...wanted: readonly Sign[]): boolean {
  const sign = signOf(p);
  return sign !== '' && wanted.includes(sign);
}

/** Whether the next tokens are all these, in this order. */
export function isAll(p: Cursor, ...wanted: readonly Sign[]): boolean {
  for (let ahead = 0; ahead < wanted.length; ahead += 1) if (signOf(p, ahead) !== wanted[ahead]) return false;
  return true;
}

/** Steps over the token when it is this one. */
export function accept(p: Cursor, sign: Sign): boolean {
  if (!is(p, sign)) return false;
  p.at += 1;
  return true;
}

/** Steps over all of them or none: `acceptAll(p, 'IF', 'NOT', 'EXISTS')`. */
export function acceptAll(p: Cursor, ...wanted: readonly Sign[]): boolean {
  if (!isAll(p, ...wanted)) return false;
  p.at += wanted.length;
  return true;
}

/** The one of these that stands here, stepped over; `undefined` when none does. */
export function acceptOneOf<const Wanted extends Sign>(p: Cursor, ...wanted: readonly Wanted[]): Wanted | undefined {
  const sign = signOf(p);
  const found = sign === '' ? undefined : wanted.find((one) => one === sign);
  if (found !== undefined) p.at += 1;
  return found;
}

/** @throws SyntaxFault when another token stands here. */
export function expect(p: Cursor, sign: Sign): void {
  if (!accept(p, sign)) fail(p, sign);
}

export function expectAll(p: Cursor, ...wanted: readonly Sign[]): void {
  for (const sign of wanted) expect(p, sign);
}

export function expectOneOf<const Wanted extends Sign>(p: Cursor, ...wanted: readonly Wanted[]): Wanted {
  return acceptOneOf(p, ...wanted) ?? fail(p, ...wanted);
}

/** @throws always: says what was wanted here. */
export function fail(p: Cursor, ...wanted: readonly string[]): never {
  const start = startOf(p);
  const end = typeOf(p) === TokenType.end ? start : (p.tokens.ends[p.at] ?? start);
  const found = end === start ? 'the end' : `'${p.text.slice(start, Math.min(end, start + 40))}'`;
  const code = typeOf(p) === TokenType.error ? 'BAD_TOKEN' : 'SYNTAX';
  throw new SyntaxFault({ start, end, code, message: `expected ${wanted.join(' or ')}, found ${found}` });
}

/** @throws always: what stands between the two offsets is understood and refused, as the server refuses it. */
export function refuse(_p: Cursor, node: { readonly start: number; readonly end: number }, message: string): never {
  throw new SyntaxFault({ start: node.start, end: node.end, code: 'SYNTAX', message });
}

/** Where the current token starts: the start of the node about to be parsed. */
export function startOf(p: Cursor): number {
  return p.tokens.starts[p.at] ?? p.text.length;
}

/** Where the token before the current one ends: the end of the node just parsed. */
export function endOf(p: Cursor): number {
  return p.tokens.ends[p.at - 1] ?? 0;
}

/** The text of the current token, as written. */
export function textOf(p: Cursor, ahead = 0): string {
  const at = p.at + ahead;
  return p.text.slice(p.tokens.starts[at], p.tokens.ends[at]);
}

export const isEnd = (p: Cursor): boolean => p.at >= p.tokens.count;

/** Whether nothing stands between the previous token and this one. */
export function isAdjacent(p: Cursor): boolean {
  return p.tokens.ends[p.at - 1] === p.tokens.starts[p.at];
}

/**
 * Levels of brackets, subqueries and blocks; the servers' own limits lie near it, and our stack ends not far beyond.
 * Measured: the deepest way through the grammar takes about 3 kB a level of a stack of 984 kB.
 */
const deepest = 160;

/** @throws SyntaxFault with TOO_DEEP. Every recursive production goes through here. */
export function deeper<T>(p: Cursor, parse: (p: Cursor) => T): T {
  if (p.depth >= deepest) {
    const [start, end] = [startOf(p), p.tokens.ends[p.at] ?? startOf(p)];
    throw new SyntaxFault({ start, end, code: 'TOO_DEEP', message: `nested more than ${deepest} levels deep` });
  }
  p.depth += 1;
  const node = parse(p);
  p.depth -= 1;
  return node;
}

/** One or more, with commas between. */
export function listOf<T>(p: Cursor, item: (p: Cursor) => T): readonly T[] {
  const items = [item(p)];
  while (accept(p, ',')) items.push(item(p));
  return items;
}

/** `( item, item … )` */
export function bracketed<T>(p: Cursor, inner: (p: Cursor) => T): T {
  expect(p, '(');
  const node = inner(p);
  expect(p, ')');
  return node;
}

/** Tries one reading and steps back to try another when it fails. For the few places that need it: it may cost twice. */
export function attempt<T>(p: Cursor, parse: (p: Cursor) => T): T | undefined {
  const { at, depth } = p;
  try {
    return parse(p);
  } catch (fault) {
    if (!(fault instanceof SyntaxFault) || fault.problem.code === 'TOO_DEEP') throw fault;
    p.at = at;
    p.depth = depth;
    return undefined;
  }
}

/** The words from here to `until` tokens on, in capitals with one space between: for phrases and modifiers. */
export function wordsSince(p: Cursor, from: number): string {
  const words: string[] = [];
  for (let at = from; at < p.at; at += 1)
    words.push(signs[p.tokens.signs[at] ?? 0] || p.text.slice(p.tokens.starts[at], p.tokens.ends[at]).toUpperCase());
  return words.join(' ');
}

export type { Sign, Word };
