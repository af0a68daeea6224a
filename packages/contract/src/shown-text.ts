/** Control characters but tab and line breaks, and those that are unseen or turn the direction of what follows. */
const unseen = /(?![\t\n\r])[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Text of others as it can be shown: what is unseen in it stands there by its number, and turns nothing around. */
export const withUnseenShown = (text: string): string =>
  text.replace(unseen, (one) => `⟨U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}⟩`);
