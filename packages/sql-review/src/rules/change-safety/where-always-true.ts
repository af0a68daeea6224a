import { at, defineRule } from '../../rule.ts';
import { truthOf } from '../../tree/truth.ts';

export const whereAlwaysTrue = defineRule({
  id: 'where-always-true',
  grade: 'X',
  theme: 'change-safety',
  why: {
    en: 'A condition that holds for every row protects nothing: the statement is one without WHERE, only harder to see.',
    zh: '恒为真的条件起不到任何保护作用：它等同于没有 WHERE，只是更难被发现。',
  },
  on: ['update', 'delete'],
  check: ({ where }) =>
    where &&
    truthOf(where) === 'always' &&
    at(
      where,
      'This condition is true for every row: all of them are changed.',
      '该条件对每一行都成立，全部行都会被修改。',
    ),
});
