/** Classes of the first 128 characters. Everything above is part of a name. */
const classes = new Uint8Array(128);

const nameBit = 1;
const digitBit = 2;
const spaceBit = 4;
const hexBit = 8;

for (let code = 0; code < 128; code += 1) {
  const letter = String.fromCharCode(code);
  if (/[A-Za-z0-9_$]/.test(letter)) classes[code] = (classes[code] ?? 0) | nameBit;
  if (/[0-9]/.test(letter)) classes[code] = (classes[code] ?? 0) | digitBit;
  if (/[0-9A-Fa-f]/.test(letter)) classes[code] = (classes[code] ?? 0) | hexBit;
  if (code === 32 || (code >= 9 && code <= 13)) classes[code] = (classes[code] ?? 0) | spaceBit;
}

const has = (code: number, bit: number): boolean => code < 128 && ((classes[code] ?? 0) & bit) !== 0;

/** A letter, a digit, `_`, `$` or anything beyond ASCII. False for the NaN that stands after the end. */
export const isNameCode = (code: number): boolean => code >= 128 || has(code, nameBit);
export const isDigit = (code: number): boolean => has(code, digitBit);
export const isHexDigit = (code: number): boolean => has(code, hexBit);
export const isSpace = (code: number): boolean => has(code, spaceBit);

/** Offset of the first character from `at` on that is no digit. */
export function skipDigits(text: string, at: number): number {
  let next = at;
  while (isDigit(text.charCodeAt(next))) next += 1;
  return next;
}

export function skipName(text: string, at: number): number {
  let next = at;
  while (isNameCode(text.charCodeAt(next))) next += 1;
  return next;
}
