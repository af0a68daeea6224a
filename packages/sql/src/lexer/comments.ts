import type { Dialect } from '../dialect.ts';
import { isDigit, skipDigits } from './characters.ts';

/** Offset of the line's end, or `limit`. */
export function skipLine(text: string, at: number, limit: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 || end > limit ? limit : end;
}

/** `--` starts a comment only before white space, a control character or the end. */
export function startsLineComment(text: string, at: number, limit: number): boolean {
  if (text.charCodeAt(at + 1) !== 45) return false;
  return at + 2 >= limit || text.charCodeAt(at + 2) <= 32 || text.charCodeAt(at + 2) === 127;
}

/** Offset after the comment's end that starts at `at`, or -1 when it stays open. */
export function skipBlock(text: string, at: number, limit: number): number {
  const end = text.indexOf('*/', at + 2);
  return end === -1 || end + 2 > limit ? -1 : end + 2;
}

/** Like skipBlock, for a version comment that is not for us: it may hold comments of its own, one level deep. */
export function skipNestedBlock(text: string, at: number, limit: number): number {
  let from = at + 2;
  for (;;) {
    const end = text.indexOf('*/', from);
    if (end === -1 || end + 2 > limit) return -1;
    const inner = text.indexOf('/*', from);
    if (inner === -1 || inner > end) return end + 2;
    const innerEnd = skipBlock(text, inner, limit);
    if (innerEnd === -1) return -1;
    from = innerEnd;
  }
}

/**
 * What `/*!NNNNN` or `/*M!NNNNN` at `at` means: the offset after its opening when the dialect reads the inside as SQL,
 * 0 when it is a comment.
 * MariaDB leaves out MySQL's versions from 5.7 on: they name features it does not have.
 */
export function openVersionComment(text: string, at: number, dialect: Dialect): number {
  const mariadbOnly = text.charCodeAt(at + 2) === 77;
  const digitsAt = at + (mariadbOnly ? 4 : 3);
  if (mariadbOnly && dialect.flavour !== 'mariadb') return 0;
  const five = skipDigits(text, digitsAt) - digitsAt >= 5;
  if (!five) return digitsAt;
  const digits = isDigit(text.charCodeAt(digitsAt + 5)) ? 6 : 5;
  const version = Number(text.slice(digitsAt, digitsAt + digits));
  const foreign = dialect.flavour === 'mariadb' && !mariadbOnly && version >= 50_700 && version <= 99_999;
  return version <= dialect.versionNumber && !foreign ? digitsAt + digits : 0;
}
