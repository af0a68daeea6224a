import { at, defineRule } from '../../rule.ts';
import { substitutedText } from '../../tree/substituted.ts';
import { tokensBetween } from '../../tree/tokens.ts';

export const textSubstituted = defineRule({
  id: 'text-substituted',
  grade: 'W',
  theme: 'security',
  about: 'text',
  why: {
    en: 'MyBatis puts what stands in braces behind a dollar sign into the statement as it is: what a user can choose there can be SQL. #{…} is a parameter.',
    zh: 'MyBatis 会把 $ 加花括号中的内容原样拼入语句，用户可控时即可注入 SQL；#{…} 才是参数。',
  },
  on: ['statement'],
  check: ({ start, end }, { tokens }) => {
    // The text may be a script of megabytes: only the statement's own part is read.
    if (!tokens.text.slice(start, end).includes(substitutedText)) return undefined;
    return tokensBetween(tokens, start, end)
      .filter(({ text }) => text.includes(substitutedText))
      .map((token) =>
        at(
          token,
          'Text is put in here: write #{…}, or choose from names the application knows.',
          '此处直接拼接文本：请改用 #{…}，或只允许程序内固定的名称。',
        ),
      );
  },
});
