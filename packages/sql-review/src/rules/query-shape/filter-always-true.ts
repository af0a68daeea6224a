import { at, defineRule } from '../../rule.ts';
import { truthOf } from '../../tree/truth.ts';

export const filterAlwaysTrue = defineRule({
  id: 'filter-always-true',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'A filter that lets every row through is none: the whole table is read, as without WHERE.',
    zh: '恒为真的过滤条件等同于没有 WHERE，会读取整张表。',
  },
  on: ['select'],
  check: ({ where, from }) =>
    where &&
    from.length > 0 &&
    truthOf(where) === 'always' &&
    at(where, 'This condition is true for every row.', '该条件对每一行都成立。'),
});
