import { at, defineRule } from '../../rule.ts';
import { mysqlBefore } from '../../versions.ts';

export const groupByOrderRemoved = defineRule({
  id: 'group-by-order-removed',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'MySQL 8 does not sort groups any more and refuses GROUP BY … ASC: the order must be asked for with ORDER BY.',
    zh: 'MySQL 8 不再对分组结果排序，也不再支持 GROUP BY … ASC：需要顺序时必须写 ORDER BY。',
  },
  versions: mysqlBefore(80000),
  on: ['group-by'],
  check: ({ items }) =>
    items
      .filter(({ direction }) => direction)
      .map((item) =>
        at(item, 'ASC and DESC of GROUP BY are gone in MySQL 8.', 'MySQL 8 已移除 GROUP BY 中的 ASC、DESC。'),
      ),
});
