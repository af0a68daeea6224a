import { at, defineRule } from '../../rule.ts';
import { unjoinedIn } from '../../tree/unjoined.ts';

export const dmlJoinNoOn = defineRule({
  id: 'dml-join-no-on',
  grade: 'X',
  theme: 'change-safety',
  why: {
    en: 'Without a join condition every row of one table meets every row of the other: all of them are changed.',
    zh: '没有连接条件时，一张表的每一行会与另一张表的所有行组合，全部行都会被修改。',
  },
  on: ['update', 'delete'],
  check: (change) =>
    unjoinedIn(change) !== undefined &&
    at(change, 'Tables are joined without any condition in a change.', '变更语句中的表没有任何连接条件。'),
});
