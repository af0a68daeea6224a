import { type Token, TokenType } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { fullwidthSignIn } from '../../tree/fullwidth.ts';
import { tokensBetween } from '../../tree/tokens.ts';

/** A name without quotes. */
const isBare = ({ type, text }: Token): boolean =>
  type === TokenType.word || (type === TokenType.name && !text.startsWith('`') && !text.startsWith('"'));

export const fullwidthSign = defineRule({
  id: 'fullwidth-sign',
  grade: 'E',
  theme: 'naming',
  about: 'text',
  why: {
    en: 'Quotes, commas and brackets of full width are letters of a name to the server: ‘a’ is a column, and a，b is one too.',
    zh: '全角引号、逗号、括号会被服务器当作名称的一部分：‘a’ 是列名，a，b 也是一个列名。',
  },
  on: ['statement'],
  check: ({ start, end }, { tokens }) => {
    // Nearly always there is none.
    if (fullwidthSignIn(tokens.text.slice(start, end)) === undefined) return undefined;
    return tokensBetween(tokens, start, end).flatMap((token) => {
      const sign = isBare(token) ? fullwidthSignIn(token.text) : undefined;
      return sign === undefined
        ? []
        : [
            at(
              token,
              `${sign} is a letter here: write the ASCII sign.`,
              `${sign} 是全角符号，会被当作名称：请改用半角符号。`,
            ),
          ];
    });
  },
});
