/** Does any of the texts hold what is searched for, whatever its case? All words of it must be found. */
export function fitsText(wanted: string | undefined, ...texts: readonly string[]): boolean {
  const words = (wanted ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const all = texts.join('\n').toLowerCase();
  return words.every((word) => all.includes(word));
}
