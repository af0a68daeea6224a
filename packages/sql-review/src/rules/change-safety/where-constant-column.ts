import { walk } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { truthOf } from '../../tree/truth.ts';

export const whereConstantColumn = defineRule({
  id: 'where-constant-column',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'A filter that no column stands in lets through all rows or none, whatever the table holds.',
    zh: '不含任何列的过滤条件，要么命中全部行，要么一行也不命中。',
  },
  on: ['update', 'delete'],
  check: ({ where }) => {
    if (!where || where.kind === 'literal' || truthOf(where) !== 'depends') return undefined;
    let depends = false;
    walk(where, ({ kind }) => {
      if (kind === 'column' || kind === 'query' || kind === 'match-against') depends = true;
    });
    return !depends && at(where, 'The filter looks at no column.', '过滤条件没有引用任何列。');
  },
});
