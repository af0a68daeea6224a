import { TokenType } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { tokensBetween } from '../../tree/tokens.ts';

/** Never meant, not even in a text. */
const unseen = ['\u200b', '\u2060', '\ufeff', '\u202e', '\u2028'];
/** Meant in a text now and then: emoji and typography are made with them. */
const unseenInNames = [...unseen, '\u200c', '\u200d', '\u00a0', '\u00ad', '\u3000'];
const strings: ReadonlySet<number> = new Set([TokenType.string, TokenType.nationalString]);

export const invisibleCharacter = defineRule({
  id: 'invisible-character',
  grade: 'E',
  theme: 'naming',
  about: 'text',
  why: {
    en: 'Zero-width and look-alike spaces make two names of one word: nobody sees the difference.',
    zh: '零宽字符和特殊空格会让看似相同的名称实际不同，肉眼无法分辨。',
  },
  on: ['statement'],
  check: ({ start, end }, { tokens }) => {
    const text = tokens.text.slice(start, end);
    // Nearly always there is none.
    if (!unseenInNames.some((sign) => text.includes(sign))) return undefined;
    return tokensBetween(tokens, start, end)
      .filter((token) => (strings.has(token.type) ? unseen : unseenInNames).some((sign) => token.text.includes(sign)))
      .map((token) => at(token, 'It holds a character nobody sees.', '包含不可见字符。'));
  },
});
