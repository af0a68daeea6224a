/**
 * Whether a pattern of `*` (any text) and `?` (one character) fits a whole text; both in lower case. Goes back to the last star
 * only, so its work is bounded by the product of the lengths.
 */
export function fitsGlob(pattern: string, text: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let resumed = 0;
  while (at < text.length) {
    if (pattern[place] === '*') {
      star = place++;
      resumed = at;
    } else if (place < pattern.length && (pattern[place] === '?' || pattern[place] === text[at])) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++resumed;
    } else return false;
  }
  while (pattern[place] === '*') place++;
  return place === pattern.length;
}
