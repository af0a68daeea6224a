import type { KnownStatement, Statement } from '../ast/statement.ts';
import type { Problem, Unknown } from '../ast/unknown.ts';
import type { Dialect } from '../dialect.ts';
import { lex } from '../lexer/lex.ts';
import { type Comment, listTokens, type Tokens } from '../lexer/tokens.ts';
import { accept, type Cursor, fail, isAll, isEnd, makeCursor, SyntaxFault, signOf } from './cursor.ts';
import { startsWith } from './families.ts';
import { parseOracleAssignment } from './oracle-statement.ts';

/** One statement as it was read. `tokens` are its tokens, with the comments between them. */
export interface Parsed {
  readonly statement: Statement;
  readonly tokens: Tokens;
}

/**
 * Reads one statement between two offsets of `text`; a semicolon may stand at its end. Never throws: a text that is no
 * statement of the dialect, or one we cannot read, is an `unknown` statement with its tokens and the problem.
 */
export function parseStatement(text: string, dialect: Dialect, start = 0, end = text.length): Parsed {
  const tokens = lex(text, dialect, start, end);
  return { statement: parseTokens(tokens), tokens };
}

function parseTokens(tokens: Tokens): Statement {
  const p = makeCursor(tokens);
  try {
    const statement = parseAnyStatement(p);
    while (accept(p, ';'));
    if (!isEnd(p)) fail(p, 'the end of the statement');
    return statement;
  } catch (fault) {
    if (fault instanceof SyntaxFault) return makeUnknown(tokens, fault.problem);
    // Our own limit on depth ends before the stack does; this is for callers whose stack was nearly full.
    if (fault instanceof RangeError) return makeUnknown(tokens, tooDeep(tokens));
    throw fault;
  }
}

/** The statement that stands here, up to its own end: for families that hold statements (routines, EXPLAIN, PREPARE). */
export function parseAnyStatement(p: Cursor): KnownStatement {
  for (const { words, when, parse } of startsWith(signOf(p)))
    if (isAll(p, ...words) && (when === undefined || when(p))) return parse(p);
  return (p.oracle ? parseOracleAssignment(p) : undefined) ?? fail(p, 'a statement');
}

/** Whether a family knows what begins here. */
export const startsStatement = (p: Cursor): boolean =>
  startsWith(signOf(p)).some(({ words, when }) => isAll(p, ...words) && (when === undefined || when(p)));

function makeUnknown(tokens: Tokens, problem: Problem): Unknown {
  const start = tokens.starts[0] ?? 0;
  const end = tokens.ends[tokens.count - 1] ?? start;
  if (tokens.count === 0) return { kind: 'unknown', start, end, tokens: [], problem: { ...problem, code: 'EMPTY' } };
  return { kind: 'unknown', start, end, tokens: listTokens(tokens), problem };
}

function tooDeep(tokens: Tokens): Problem {
  const at = tokens.starts[0] ?? 0;
  return { start: at, end: at, code: 'TOO_DEEP', message: 'nested too deep' };
}

/** The comments that stand inside a node, and those right before it. */
export function commentsOf(tokens: Tokens, node: { readonly start: number; readonly end: number }): readonly Comment[] {
  const before = lastTokenEnd(tokens, node.start);
  return tokens.comments.filter((comment) => comment.start >= before && comment.end <= node.end);
}

/** Where the last token before `offset` ends. */
function lastTokenEnd(tokens: Tokens, offset: number): number {
  let [low, high] = [0, tokens.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (tokens.ends[low - 1] ?? 0);
}
