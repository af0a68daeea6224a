import type { Dialect } from '../dialect.ts';
import { functionWords, mysqlKeywordSet } from '../keywords/reserved.ts';
import { signs } from '../keywords/words.ts';
import { lex } from '../lexer/lex.ts';
import { unquoteName } from '../lexer/quotes.ts';
import { type Tokens, TokenType } from '../lexer/tokens.ts';
import { digestHint } from './digest-hint.ts';
import { digestWord, expressionStarts, nullValueStarts } from './digest-words.ts';

const value = '?';
const values = '?, ...';
const row = '(?)';
const rows = '(?) /* , ... */';
const wideRow = '(...)';
const wideRows = '(...) /* , ... */';

/**
 * The text of a statement with its values taken out, as MySQL's STATEMENT_DIGEST_TEXT() writes it: statements that
 * differ in values, in white space and in the length of value lists only have the same one. For MariaDB, which has no such
 * function, by the same rules.
 */
export function digestText(text: string, dialect: Dialect, start = 0, end = text.length): string {
  const tokens = lex(text, dialect, start, end);
  const out: string[] = [];
  let hint = 0;
  const hints = tokens.comments.filter(({ kind }) => kind === 'hint');
  for (let at = 0; at < tokens.count; at += 1) {
    for (; hints[hint]?.token === at; hint += 1)
      out.push(digestHint(text.slice((hints[hint]?.start ?? 0) + 3, (hints[hint]?.end ?? 0) - 2), dialect));
    addDigestToken(tokens, at, out);
  }
  while (out.at(-1) === ';') out.pop();
  return joinDigest(out);
}

/** One space between all, but none behind @ and @@. */
function joinDigest(parts: readonly string[]): string {
  let text = '';
  let before = '@';
  for (const part of parts) {
    // Never asked of `text` itself: to look at its end, it would be copied whole for every part.
    text += before.endsWith('@') ? part : ` ${part}`;
    before = part;
  }
  return text;
}

function addDigestToken(tokens: Tokens, at: number, out: string[]) {
  const type = tokens.types[at];
  const text = () => tokens.text.slice(tokens.starts[at], tokens.ends[at]);
  switch (type) {
    case TokenType.word:
      return addWord(tokens, at, out);
    case TokenType.name:
      out.push(`\`${unquoteName(text())}\``);
      return;
    case TokenType.introducer:
      out.push('(_charset)');
      return;
    case TokenType.variable:
      return addVariable(text(), out);
    case TokenType.operator:
      return addOperator(signs[tokens.signs[at] ?? 0] ?? '', out);
    case TokenType.integer:
      if (isPosition(tokens, at, out)) out.push(text());
      else addValue(out);
      return;
    case TokenType.dollarBody:
      out.push('(unknown)');
      return;
    case TokenType.error:
      out.push(text());
      return;
    default:
      addValue(out);
  }
}

function addVariable(text: string, out: string[]) {
  out.push('@');
  if (text.startsWith('@`')) out.push(`\`${unquoteName(text.slice(1))}\``);
  else addValue(out);
}

function addWord(tokens: Tokens, at: number, out: string[]) {
  const sign = signs[tokens.signs[at] ?? 0] ?? '';
  const text = tokens.text.slice(tokens.starts[at], tokens.ends[at]);
  const isFunction = functionWords.has(sign);
  const isTight = tokens.ends[at] === tokens.starts[at + 1] && signs[tokens.signs[at + 1] ?? 0] === '(';
  if (sign === 'NULL' && isNullValue(tokens, at, out)) return addValue(out);
  const isKeyword = isFunction
    ? isTight || tokens.dialect.sqlMode.ignoreSpace
    : mysqlKeywordSet.has(sign) || sign === 'JSON_DUALITY_OBJECT';
  out.push(isKeyword ? digestWord(sign) : `\`${text}\``);
}

/** ORDER BY 2 and GROUP BY 1, 2 name columns of the select list: no values, and the server keeps them. */
function isPosition(tokens: Tokens, at: number, out: readonly string[]): boolean {
  const next = signs[tokens.signs[at + 1] ?? 0] ?? '';
  if (next !== ',' && next !== ')' && next !== ';' && /^[^A-Z]+$/.test(next)) return false;
  const [before, last] = [out.at(-2) ?? '', out.at(-1)];
  return last === ',' ? /^\d+$/.test(before) : last === 'BY' && (before === 'ORDER' || before === 'GROUP');
}

/** NULL is a value where an expression may start, and a word in IS NULL, NOT NULL, SET NULL and in types. */
function isNullValue(tokens: Tokens, at: number, out: readonly string[]): boolean {
  const last = out.at(-1) ?? '';
  if (last === 'NOT' || last === 'IS') return false;
  const next = signs[tokens.signs[at + 1] ?? 0];
  const after = signs[tokens.signs[at + 2] ?? 0];
  if (next === 'ON' && (after === 'EMPTY' || after === 'ERROR')) return false;
  if (last === 'SET' || out.at(-2) === 'PRIVILEGE_CHECKS_USER') return false;
  return nullValueStarts.has(last);
}

function addValue(out: string[]) {
  while ((out.at(-1) === '-' || out.at(-1) === '+') && expressionStarts.has(out.at(-2) ?? '')) out.pop();
  const before = out.at(-2);
  if (out.at(-1) !== ',' || (before !== value && before !== values)) {
    out.push(value);
    return;
  }
  out.length -= 2;
  out.push(values);
}

function addOperator(sign: string, out: string[]) {
  if (sign !== ')' || out.at(-2) !== '(') {
    out.push(sign === '?' ? value : sign === '<>' ? '!=' : sign);
    return;
  }
  const inside = out.at(-1);
  if (inside === value) return closeRow(out, row, rows);
  if (inside === values) return closeRow(out, wideRow, wideRows);
  out.push(sign);
}

/** `( ? )` becomes one token, several in a row another, and all of them after IN the same. */
function closeRow(out: string[], one: string, many: string) {
  out.length -= 2;
  const before = out.at(-2);
  if (out.at(-1) === ',' && (before === one || before === many)) {
    out.length -= 2;
    out.push(many);
  } else if (out.at(-1) === 'IN') out.push(wideRow);
  else out.push(one);
}
