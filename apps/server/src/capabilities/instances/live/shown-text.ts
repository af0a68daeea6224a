import { harmlessText } from '../../findings/index.ts';

/** A server's text on one line: its line breaks and tabs become blanks, and what cannot be seen a box. */
export const shown = (text: string, most = 1000): string =>
  harmlessText(text.replaceAll(/[\s\u0085]+/g, ' ').trim(), most);
