import type { Query } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';

/** `SELECT 1, 2` and VALUES ROW(…) read no table: nothing is locked, and the size is in the text. */
const readsTables = (query: Query, nodes: Context['nodes']): boolean =>
  [...nodes('named-table'), ...nodes('table-query')].some(({ start }) => start >= query.start && start < query.end);

export const insertSelect = defineRule({
  id: 'insert-select',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'INSERT … SELECT locks the rows it reads under REPEATABLE READ, and its size is not known beforehand.',
    zh: 'INSERT … SELECT 在 REPEATABLE READ 下会锁住读取的行，影响行数也无法事先确定。',
  },
  on: ['insert'],
  check: ({ query }, { nodes }) =>
    query &&
    readsTables(query, nodes) &&
    at(
      query,
      'Rows are inserted from a query: check its size and its locks.',
      '从查询结果插入数据：请确认数据量和加锁范围。',
    ),
});
