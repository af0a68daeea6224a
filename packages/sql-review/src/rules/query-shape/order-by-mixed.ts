import { at, defineRule } from '../../rule.ts';
import { anyOf, mariadbBefore, mysqlBefore } from '../../versions.ts';

export const orderByMixed = defineRule({
  id: 'order-by-mixed',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'Before MySQL 8 no index runs up for one column and down for the next: mixed directions always sort.',
    zh: 'MySQL 8 之前索引不支持混合方向：ASC 与 DESC 混用必然产生排序。',
  },
  versions: anyOf(mysqlBefore(80000), mariadbBefore(100800)),
  on: ['query'],
  check: ({ orderBy }) => {
    const downs = orderBy.filter(({ direction }) => direction === 'DESC').length;
    const [first] = orderBy;
    return (
      first &&
      downs > 0 &&
      downs < orderBy.length &&
      at(first, 'ASC and DESC are mixed: the rows are sorted.', 'ASC 与 DESC 混用，需要额外排序。')
    );
  },
});
