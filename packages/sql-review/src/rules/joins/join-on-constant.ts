import { at, defineRule } from '../../rule.ts';
import { truthOf } from '../../tree/truth.ts';

export const joinOnConstant = defineRule({
  id: 'join-on-constant',
  grade: 'W',
  theme: 'joins',
  why: {
    en: 'A join condition that names no column of the joined table joins every row of it.',
    zh: '连接条件没有引用被连接表的任何列，会连接其所有行。',
  },
  on: ['join'],
  check: ({ on, right }) =>
    on &&
    // What binds it stands inside.
    !(right.kind === 'derived-table' && right.lateral) &&
    truthOf(on) === 'always' &&
    at(on, 'This condition joins everything with everything.', '该条件会把所有行两两连接。'),
});
