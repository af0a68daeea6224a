import type { Query } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { mysqlBefore } from '../../versions.ts';

export const groupBySortsImplicitly = defineRule({
  id: 'group-by-sorts-implicitly',
  grade: 'N',
  off: true,
  theme: 'query-shape',
  why: {
    en: 'MySQL before 8.0 sorts the groups although nobody asked: ORDER BY NULL saves the sort.',
    zh: 'MySQL 8.0 之前 GROUP BY 会隐式排序；加上 ORDER BY NULL 可避免排序。',
  },
  versions: mysqlBefore(80000),
  on: ['group-by'],
  check: (group, { parentOf }) => {
    const select = parentOf(group);
    const query = select && parentOf(select);
    return (
      query?.kind === 'query' &&
      (query as Query).orderBy.length === 0 &&
      at(
        group,
        'The groups are sorted; add ORDER BY NULL when that is not needed.',
        '分组结果会被排序；不需要时请加 ORDER BY NULL。',
      )
    );
  },
});
