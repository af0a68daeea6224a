export const mostTextCharacters = 4000;

// Everything a terminal or a page would act on instead of showing it; line breaks and tabs stay.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A server's text as it may be shown anywhere: bounded, and what cannot be seen is a box. */
export function shownLogText(
  text: string,
  most = mostTextCharacters,
): { readonly text: string; readonly cut: boolean } {
  const visible = text
    .slice(0, most + 1)
    .replaceAll(unseen, '\ufffd')
    .toWellFormed();
  return visible.length > most ? { text: `${visible.slice(0, most)}…`, cut: true } : { text: visible, cut: false };
}
