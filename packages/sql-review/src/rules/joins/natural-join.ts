import { at, defineRule } from '../../rule.ts';

export const naturalJoin = defineRule({
  id: 'natural-join',
  grade: 'W',
  theme: 'joins',
  why: {
    en: 'NATURAL JOIN joins by all columns that happen to share a name: a new column changes the result.',
    zh: 'NATURAL JOIN 按所有同名列连接：表中增加同名列后结果就会改变。',
  },
  on: ['join'],
  check: (join) => join.natural && at(join, 'Name the columns with ON or USING.', '请用 ON 或 USING 写明连接列。'),
});
