// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** A server's text for people: one line, no characters that hide or turn others around, not long. It may still hold quotes and tags. */
export function showText(text: string, most = 120): string {
  const line = text.replaceAll(unseen, ' ').trim();
  const points = [...line];
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : line;
}
