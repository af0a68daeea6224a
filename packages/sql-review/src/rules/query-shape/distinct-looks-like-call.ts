import { at, defineRule } from '../../rule.ts';

export const distinctLooksLikeCall = defineRule({
  id: 'distinct-looks-like-call',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'DISTINCT (a), b makes no function of a: all columns of the list are compared.',
    zh: 'DISTINCT (a), b 并不是对 a 去重的函数：比较的是所有查询列。',
  },
  on: ['select'],
  check: ({ distinct, items }) => {
    const [first, second] = items;
    return (
      distinct &&
      second &&
      first?.expression.kind === 'parenthesised' &&
      at(
        first,
        'DISTINCT takes in all columns, not the one in brackets.',
        'DISTINCT 作用于所有列，而不只是括号内的列。',
      )
    );
  },
});
