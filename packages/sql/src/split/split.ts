import type { Dialect } from '../dialect.ts';
import { isNameCode, isSpace } from '../lexer/characters.ts';
import { skipBlock, skipLine, skipNestedBlock, startsLineComment } from '../lexer/comments.ts';
import { skipQuoted } from '../lexer/quotes.ts';
import { clientLineEnd } from './client-line.ts';
import { holdsNoBody, isInsideBody, startRoutineBody, takeBodyWord } from './routine-body.ts';

/** One statement of a script, without its delimiter. */
export interface ScriptPart {
  /** Offset of its first character that is neither white space nor comment. */
  readonly start: number;
  readonly end: number;
  /** Line of `start`, from 1. */
  readonly line: number;
  /** Offset from which the comments before it stand: the end of the statement before. */
  readonly from: number;
  /** False for the last one when the text ends without a delimiter. */
  readonly ended: boolean;
  /** The delimiter that was in force. */
  readonly delimiter: string;
}

/** Where the splitting of a text begins, when not at its start: behind a statement whose delimiter ended at `at`. */
export interface ScriptPosition {
  readonly at: number;
  /** Line of `at`, from 1. */
  readonly line: number;
  readonly delimiter: string;
}

interface Splitter {
  readonly text: string;
  readonly dialect: Dialect;
  readonly escapes: boolean;
  delimiter: string;
  at: number;
  /** Where the current line ends; infinite on the last one. Kept, so that each character is looked at once. */
  lineEnd: number;
  line: number;
}

/**
 * The statements of a script, one at a time and in linear time, as the servers' command line clients cut it: at the
 * delimiter, outside of quotes and comments. DELIMITER is the client's own command and no statement; `\g` and `\G` end
 * one as the delimiter does, and a command such as `source` ends with its line. Empty statements are left out. Two things are
 * read as servers do and their clients do not: the body of a routine stays whole where nobody wrote DELIMITER, and several
 * statements before a DELIMITER of one's own, which the client sends together, are several (`DROP TRIGGER a; CREATE TRIGGER … //`).
 */
export function* splitScript(
  text: string,
  dialect: Dialect,
  begin: ScriptPosition = { at: 0, line: 1, delimiter: ';' },
): Generator<ScriptPart, void> {
  const escapes = !dialect.sqlMode.noBackslashEscapes;
  const splitter: Splitter = { text, dialect, escapes, ...begin, lineEnd: nextLineEnd(text, begin.at) };
  while (splitter.at < text.length) {
    const from = splitter.at;
    const start = skipBlank(splitter, from);
    if (start >= text.length) return;
    if (takeDelimiterCommand(splitter, start)) continue;
    const lineCommand = clientLineEnd(text, start);
    const { end, next } =
      lineCommand === undefined ? findEnd(splitter, start) : { end: lineCommand, next: lineCommand };
    splitter.at = next;
    const { delimiter } = splitter;
    const ended = lineCommand === undefined ? next > end : end < text.length;
    if (end > start) yield { start, end, line: lineAt(splitter, start), from, ended, delimiter };
  }
}

function nextLineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}

/** Line of an offset, which never goes back. */
function lineAt(splitter: Splitter, offset: number): number {
  while (splitter.lineEnd < offset) {
    splitter.line += 1;
    splitter.lineEnd = nextLineEnd(splitter.text, splitter.lineEnd + 1);
  }
  return splitter.line;
}

/** Past white space and ordinary comments; version comments and hints are part of a statement. */
function skipBlank({ text }: Splitter, from: number): number {
  let at = from;
  for (;;) {
    while (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === 0xfeff) at += 1;
    const end = commentEnd(text, at, text.length);
    if (end === at || isVersionComment(text, at)) return at;
    at = end;
  }
}

const isVersionComment = (text: string, at: number): boolean =>
  text.startsWith('/*!', at) || text.startsWith('/*M!', at);

/** Offset after the comment that starts at `at`; `at` when none does. */
function commentEnd(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at);
  if (code === 35 || (code === 45 && startsLineComment(text, at, limit))) return skipLine(text, at, limit);
  if (code !== 47 || text.charCodeAt(at + 1) !== 42) return at;
  const end = isVersionComment(text, at) ? skipNestedBlock(text, at, limit) : skipBlock(text, at, limit);
  return end === -1 ? limit : end;
}

/** `DELIMITER $$` at the start of a statement: the rest of its line is the delimiter from here on. */
function takeDelimiterCommand(splitter: Splitter, start: number): boolean {
  const { text } = splitter;
  if (!isSpace(text.charCodeAt(start + 9)) || text.slice(start, start + 9).toUpperCase() !== 'DELIMITER') return false;
  const end = skipLine(text, start, text.length);
  const rest = text.slice(start + 9, end).trim();
  const word = /^(?:'([^']*)'|"([^"]*)"|(\S+))/.exec(rest);
  splitter.delimiter = word?.[1] || word?.[2] || word?.[3] || splitter.delimiter;
  splitter.at = end;
  return true;
}

/** Where the statement that starts at `start` ends, and where the next one may start. */
function findEnd(splitter: Splitter, start: number): { end: number; next: number } {
  const { text, delimiter, escapes } = splitter;
  const first = delimiter.charCodeAt(0);
  const body = delimiter === ';' ? startRoutineBody(text, start, splitter.dialect) : undefined;
  const isOneOfMany = delimiter !== ';' && holdsNoBody(text, start);
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === first && text.startsWith(delimiter, at)) {
      if (!body || !isInsideBody(body, text, skipBlank(splitter, at + 1)))
        return { end: trimEnd(text, start, at), next: at + delimiter.length };
      at += 1;
      continue;
    }
    if (code === 59 && isOneOfMany && isFollowed(splitter, at + 1))
      return { end: trimEnd(text, start, at), next: at + 1 };
    if (code === 39 || code === 34 || code === 96) {
      const end = skipQuoted(text, at, text.length, code, escapes && code !== 96);
      at = end === -1 ? text.length : end;
    } else if (code === 35 || code === 45 || code === 47) {
      const end = commentEnd(text, at, text.length);
      at = end === at ? at + 1 : end;
    } else if (code === 92 && (text.charCodeAt(at + 1) | 32) === 103) {
      return { end: trimEnd(text, start, at), next: at + 2 };
    } else if (code === 36) at = skipDollars(splitter, at);
    else if (body && isNameCode(code)) at = takeBodyWord(body, text, at);
    else at += 1;
  }
  return { end: trimEnd(text, start, text.length), next: text.length };
}

/** Whether anything stands between a semicolon and the delimiter behind it. */
function isFollowed(splitter: Splitter, from: number): boolean {
  const at = skipBlank(splitter, from);
  return at < splitter.text.length && !splitter.text.startsWith(splitter.delimiter, at);
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** Past `$tag$ … $tag$` where MySQL 9 reads one; one character otherwise. */
function skipDollars({ text, dialect }: Splitter, at: number): number {
  const inName = at > 0 && isNameCode(text.charCodeAt(at - 1));
  if (inName || dialect.flavour !== 'mysql' || dialect.versionNumber < 90_000) return at + 1;
  let tagEnd = at + 1;
  while (isNameCode(text.charCodeAt(tagEnd)) && text.charCodeAt(tagEnd) !== 36) tagEnd += 1;
  if (text.charCodeAt(tagEnd) !== 36) return at + 1;
  const tag = text.slice(at, tagEnd + 1);
  const close = text.indexOf(tag, tagEnd + 1);
  return close === -1 ? text.length : close + tag.length;
}
