import { at, defineRule } from '../../rule.ts';

const unseen = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00a0', '\u202e', '\u2028', '\u00ad', '\u3000'];

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
  check: (statement, { tokens }) =>
    unseen.flatMap((sign) => {
      const place = tokens.text.slice(statement.start, statement.end).indexOf(sign);
      return place === -1
        ? []
        : [
            at(
              { start: statement.start + place, end: statement.start + place + 1 },
              'A character nobody sees.',
              '不可见字符。',
            ),
          ];
    }),
});
