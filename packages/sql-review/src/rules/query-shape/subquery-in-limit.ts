import { at, defineRule } from '../../rule.ts';

export const subqueryInLimit = defineRule({
  id: 'subquery-in-limit',
  grade: 'E',
  theme: 'query-shape',
  why: {
    en: 'MySQL and MariaDB do not support LIMIT in a subquery of IN, ANY or ALL (error 1235).',
    zh: 'MySQL 与 MariaDB 不支持在 IN、ANY、ALL 的子查询中使用 LIMIT（错误 1235）。',
  },
  on: ['in-query', 'quantified'],
  check: ({ query }) => query.limit && at(query.limit, 'LIMIT is not supported here.', '此处不支持 LIMIT。'),
});
