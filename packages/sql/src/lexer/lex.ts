import type { Dialect } from '../dialect.ts';
import { findWord, foldHash, type Operator, operatorNumber } from '../keywords/words.ts';
import { isDigit, isHexDigit, isNameCode, isSpace, skipName } from './characters.ts';
import { charsets } from './charsets.ts';
import { openVersionComment, skipBlock, skipLine, skipNestedBlock, startsLineComment } from './comments.ts';
import { type ScannedNumber, scanFraction, scanNumber } from './numbers.ts';
import { skipQuoted } from './quotes.ts';
import { addToken, type CommentKind, makeTokens, type Tokens, TokenType } from './tokens.ts';

interface Lexer {
  readonly text: string;
  readonly limit: number;
  readonly dialect: Dialect;
  readonly tokens: Tokens;
  readonly number: ScannedNumber;
  at: number;
  /** Version comments opened and not closed. */
  open: number;
}

/**
 * All tokens of `text` between two offsets, in linear time. Never throws: what is no token becomes an error token, and
 * an open quote or comment one up to the end.
 */
export function lex(text: string, dialect: Dialect, start = 0, limit = text.length): Tokens {
  const tokens = makeTokens(text, dialect, 16 + ((limit - start) >> 2));
  const lexer: Lexer = { text, limit, dialect, tokens, number: { type: 0, end: 0 }, at: start, open: 0 };
  while (lexer.at < limit) scanOne(lexer);
  if (lexer.open > 0) addToken(tokens, TokenType.error, limit, limit, 0);
  addToken(tokens, TokenType.end, limit, limit, 0);
  tokens.count -= 1;
  return tokens;
}

function add(lexer: Lexer, type: TokenType, end: number, sign = 0) {
  // A token never reaches beyond the limit, whatever stands behind it in the whole text.
  const cut = Math.min(end, lexer.limit);
  addToken(lexer.tokens, type, lexer.at, cut, sign);
  lexer.at = cut;
}

function scanOne(lexer: Lexer) {
  const { text, at } = lexer;
  const code = text.charCodeAt(at);
  if (isSpace(code)) {
    lexer.at = at + 1;
    return;
  }
  if (isDigit(code)) return scanDigits(lexer);
  if (isNameCode(code)) return scanWord(lexer, code);
  switch (code) {
    case 39:
      return scanString(lexer, at, TokenType.string);
    case 34:
      return lexer.dialect.sqlMode.ansiQuotes ? scanQuotedName(lexer, 34) : scanString(lexer, at, TokenType.string);
    case 96:
      return scanQuotedName(lexer, 96);
    case 35:
      return addComment(lexer, 'line', skipLine(text, at, lexer.limit));
    case 64:
      return scanAt(lexer);
    case 46:
      return scanDot(lexer);
    default:
      return scanOperator(lexer, code);
  }
}

function addComment(lexer: Lexer, kind: CommentKind, end: number) {
  lexer.tokens.comments.push({ kind, start: lexer.at, end, token: lexer.tokens.count });
  lexer.at = end;
}

function scanDigits(lexer: Lexer) {
  scanNumber(lexer.text, lexer.at, lexer.number);
  if (lexer.number.type === TokenType.word) add(lexer, TokenType.name, skipName(lexer.text, lexer.at));
  else add(lexer, lexer.number.type, lexer.number.end);
}

function scanWord(lexer: Lexer, first: number) {
  const { text, at } = lexer;
  const next = text.charCodeAt(at + 1);
  if (next === 39) {
    if (first === 78 || first === 110) return scanString(lexer, at + 1, TokenType.nationalString);
    if (first === 88 || first === 120) return scanBytes(lexer, TokenType.hex);
    if (first === 66 || first === 98) return scanBytes(lexer, TokenType.bit);
  }
  if (first === 36 && lexer.dialect.flavour === 'mysql' && lexer.dialect.versionNumber >= 90_000) {
    const end = skipDollarBody(lexer);
    if (end !== 0)
      return add(lexer, end === -1 ? TokenType.error : TokenType.dollarBody, end === -1 ? lexer.limit : end);
  }
  let hash = 0;
  let end = at;
  for (let code = first; end < lexer.limit && isNameCode(code); code = text.charCodeAt(end)) {
    hash = foldHash(hash, code);
    end += 1;
  }
  if (first === 95 && charsets.has(text.slice(at + 1, end).toLowerCase())) return add(lexer, TokenType.introducer, end);
  if (isPathStart(lexer, end)) return add(lexer, TokenType.name, end);
  add(lexer, TokenType.word, end, findWord(text, at, end, hash));
}

/** A word right before a dot and more of a name is itself a name: `select.a` is a column. Not so behind @@. */
function isPathStart({ text, tokens, limit }: Lexer, end: number): boolean {
  if (text.charCodeAt(end) !== 46 || end + 1 >= limit || !isNameCode(text.charCodeAt(end + 1))) return false;
  const last = tokens.count - 1;
  return last < 0 || tokens.signs[last] !== systemVariable;
}

const systemVariable = operatorNumber('@@');

/** Offset after `$tag$ … $tag$`, -1 when it stays open, 0 when it is a name. */
function skipDollarBody({ text, at, limit }: Lexer): number {
  let tagEnd = at + 1;
  while (isNameCode(text.charCodeAt(tagEnd)) && text.charCodeAt(tagEnd) !== 36) tagEnd += 1;
  if (text.charCodeAt(tagEnd) !== 36) return 0;
  const tag = text.slice(at, tagEnd + 1);
  const close = text.indexOf(tag, tagEnd + 1);
  return close === -1 || close + tag.length > limit ? -1 : close + tag.length;
}

function scanString(lexer: Lexer, quoteAt: number, type: TokenType) {
  const { text, limit, dialect } = lexer;
  const end = skipQuoted(text, quoteAt, limit, text.charCodeAt(quoteAt), !dialect.sqlMode.noBackslashEscapes);
  add(lexer, end === -1 ? TokenType.error : type, end === -1 ? limit : end);
}

function scanQuotedName(lexer: Lexer, quote: number) {
  const end = skipQuoted(lexer.text, lexer.at, lexer.limit, quote, false);
  add(lexer, end === -1 ? TokenType.error : TokenType.name, end === -1 ? lexer.limit : end);
}

/** x'1F' and b'01'. */
function scanBytes(lexer: Lexer, type: TokenType) {
  const { text, at } = lexer;
  let end = at + 2;
  for (let code = text.charCodeAt(end); type === TokenType.hex ? isHexDigit(code) : code === 48 || code === 49; )
    code = text.charCodeAt(++end);
  const closed = text.charCodeAt(end) === 39 && end < lexer.limit;
  const whole = closed && (type === TokenType.bit || (end - at) % 2 === 0);
  add(lexer, whole ? type : TokenType.error, closed ? end + 1 : Math.max(end, at + 2));
}

function scanAt(lexer: Lexer) {
  const { text, at, limit } = lexer;
  const next = text.charCodeAt(at + 1);
  if (next === 64) return add(lexer, TokenType.operator, at + 2, operatorNumber('@@'));
  if (next === 39 || next === 34 || next === 96) {
    const escapes = next !== 96 && !lexer.dialect.sqlMode.noBackslashEscapes;
    const end = skipQuoted(text, at + 1, limit, next, escapes);
    return add(lexer, end === -1 ? TokenType.error : TokenType.variable, end === -1 ? limit : end);
  }
  let end = at + 1;
  while (isNameCode(text.charCodeAt(end)) || text.charCodeAt(end) === 46) end += 1;
  if (end === at + 1) add(lexer, TokenType.operator, end, operatorNumber('@'));
  else add(lexer, TokenType.variable, end);
}

/** After a name, a dot and more of a name: `t.select`, `t.1`. Elsewhere a dot may start a number. */
function scanDot(lexer: Lexer) {
  const { text, at, tokens } = lexer;
  const last = tokens.count - 1;
  const lastType = tokens.types[last];
  const afterName = tokens.ends[last] === at && (lastType === TokenType.word || lastType === TokenType.name);
  const next = text.charCodeAt(at + 1);
  if (!afterName && isDigit(next)) {
    scanFraction(text, at, lexer.number);
    return add(lexer, lexer.number.type, lexer.number.end);
  }
  if (next === 46 && lexer.dialect.flavour === 'mariadb')
    return add(lexer, TokenType.operator, at + 2, operatorNumber('..'));
  add(lexer, TokenType.operator, at + 1, operatorNumber('.'));
  if (!isNameCode(next) || lexer.at >= lexer.limit) return;
  add(lexer, TokenType.name, skipName(text, at + 1));
}

function scanOperator(lexer: Lexer, code: number) {
  const { text, at, limit } = lexer;
  const next = at + 1 < limit ? text.charCodeAt(at + 1) : 0;
  if (code === 45 && startsLineComment(text, at, limit)) return addComment(lexer, 'line', skipLine(text, at, limit));
  if (code === 47 && next === 42) return scanBlockComment(lexer);
  if (code === 42 && next === 47 && lexer.open > 0) {
    lexer.open -= 1;
    return addComment(lexer, 'version-close', at + 2);
  }
  if (code === 63) return add(lexer, TokenType.parameter, at + 1, operatorNumber('?'));
  // \N is NULL; MySQL 8 took it out.
  if (code === 92 && next === 78 && (lexer.dialect.flavour === 'mariadb' || lexer.dialect.versionNumber < 80_000))
    return add(lexer, TokenType.word, at + 2, nullNumber);
  const operator = longestOperator(text, at, limit, code, next, lexer.dialect);
  if (operator === undefined) return add(lexer, TokenType.error, at + 1);
  add(lexer, TokenType.operator, at + operator.length, operatorNumber(operator));
}

const nullNumber = findWord('NULL', 0, 4, [78, 85, 76, 76].reduce(foldHash, 0));

const threes: readonly Operator[] = ['<=>', '->>'];
const twos: readonly Operator[] = ['<=', '>=', '<>', '!=', '<<', '>>', '&&', '||', ':=', '->', '=>'];
const ones: readonly Operator[] = [...'(),;=<>+-*/%&|^~!:{}'] as Operator[];

const byFirst = (operators: readonly Operator[]): ReadonlyMap<number, readonly Operator[]> =>
  Map.groupBy(operators, (operator) => operator.charCodeAt(0));
const longer = byFirst([...threes, ...twos]);
const single = byFirst(ones);

function longestOperator(
  text: string,
  at: number,
  limit: number,
  code: number,
  next: number,
  dialect: Dialect,
): Operator | undefined {
  for (const operator of longer.get(code) ?? []) {
    if (operator.charCodeAt(1) !== next || !text.startsWith(operator, at) || at + operator.length > limit) continue;
    // Only MySQL reads JSON by arrows, only MariaDB names arguments.
    if (code === 45 && dialect.flavour !== 'mysql') continue;
    if (operator === '=>' && dialect.flavour !== 'mariadb') continue;
    return operator;
  }
  return single.get(code)?.[0];
}

function scanBlockComment(lexer: Lexer) {
  const { text, at, limit, tokens } = lexer;
  const mark = text.charCodeAt(at + 2);
  const isVersion = mark === 33 || (mark === 77 && text.charCodeAt(at + 3) === 33);
  if (isVersion && (mark === 33 || lexer.dialect.flavour === 'mariadb')) {
    const inside = openVersionComment(text, at, lexer.dialect);
    if (inside !== 0 && inside <= limit) {
      lexer.open += 1;
      return addComment(lexer, 'version-open', inside);
    }
    const end = skipNestedBlock(text, at, limit);
    if (end !== -1) return addComment(lexer, 'skipped-version', end);
    return add(lexer, TokenType.error, limit);
  }
  const end = skipBlock(text, at, limit);
  if (end === -1) return add(lexer, TokenType.error, limit);
  const isHint = mark === 43 && takesHint(tokens);
  addComment(lexer, isHint ? 'hint' : 'block', end);
}

const hintWords: ReadonlySet<string> = new Set(['SELECT', 'INSERT', 'REPLACE', 'UPDATE', 'DELETE']);

/** Optimizer hints stand right after the first word of a statement or query block. */
function takesHint(tokens: Tokens): boolean {
  const last = tokens.count - 1;
  const [start, end] = [tokens.starts[last] ?? 0, tokens.ends[last] ?? 0];
  return end - start <= 7 && hintWords.has(tokens.text.slice(start, end).toUpperCase());
}
