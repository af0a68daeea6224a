import { at, defineRule } from '../../rule.ts';
import { tokensBetween } from '../../tree/tokens.ts';

export const operatorNonstandard = defineRule({
  id: 'operator-nonstandard',
  grade: 'N',
  off: true,
  theme: 'naming',
  about: 'text',
  why: {
    en: '<> is the operator of the standard; != is another spelling of it.',
    zh: '<> 是标准写法，!= 是另一种拼写。',
  },
  on: ['binary'],
  check: (node) => node.operator === '!=' && at(node, 'Write <>.', '请写成 <>。'),
  fix: ({ start, end }, { tokens }) =>
    tokensBetween(tokens, start, end)
      .filter(({ text }) => text === '!=')
      .map((token) => ({ start: token.start, end: token.end, text: '<>' })),
});
