import { isDigit, isHexDigit, isNameCode, skipDigits } from './characters.ts';
import { TokenType } from './tokens.ts';

/** What a text that starts with a digit or a dot is. `type` 1 (word): no number but a name such as `1a`. */
export interface ScannedNumber {
  type: TokenType;
  end: number;
}

const dot = 46;

/** Offset after an exponent that starts at `at`, or `at` when there is none. */
function skipExponent(text: string, at: number): number {
  const letter = text.charCodeAt(at);
  if (letter !== 101 && letter !== 69) return at;
  const sign = text.charCodeAt(at + 1);
  const digits = sign === 43 || sign === 45 ? at + 2 : at + 1;
  return isDigit(text.charCodeAt(digits)) ? skipDigits(text, digits) : at;
}

function prefixed(text: string, start: number, isOne: (code: number) => boolean): number {
  let at = start + 2;
  while (isOne(text.charCodeAt(at))) at += 1;
  return at > start + 2 && !isNameCode(text.charCodeAt(at)) ? at : -1;
}

const isBinaryDigit = (code: number): boolean => code === 48 || code === 49;

/** The servers' rules: `0x` and `0b` in small letters only; `1e5` is a number, `1e` and `1a` are names. */
export function scanNumber(text: string, start: number, into: ScannedNumber): void {
  if (text.charCodeAt(start) === 48) {
    const mark = text.charCodeAt(start + 1);
    const end =
      mark === 120 ? prefixed(text, start, isHexDigit) : mark === 98 ? prefixed(text, start, isBinaryDigit) : -1;
    if (end !== -1) {
      into.type = mark === 120 ? TokenType.hex : TokenType.bit;
      into.end = end;
      return;
    }
  }
  const digits = skipDigits(text, start);
  const next = text.charCodeAt(digits);
  if (isNameCode(next)) {
    const end = skipExponent(text, digits);
    into.type = end === digits ? TokenType.word : TokenType.float;
    into.end = end;
    return;
  }
  if (next !== dot || text.charCodeAt(digits + 1) === dot) {
    into.type = TokenType.integer;
    into.end = digits;
    return;
  }
  scanFraction(text, digits, into);
}

/** From the dot on. */
export function scanFraction(text: string, at: number, into: ScannedNumber): void {
  const digits = skipDigits(text, at + 1);
  const letter = text.charCodeAt(digits);
  const end = skipExponent(text, digits);
  if (end !== digits) into.type = TokenType.float;
  // The servers take an exponent without digits for a broken number, not for the name of a column.
  else into.type = letter === 101 || letter === 69 ? TokenType.error : TokenType.decimal;
  into.end = end;
}
