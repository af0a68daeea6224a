import { type Node, walk } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

const gathers = (root: Node): boolean => {
  let found = false;
  walk(root, ({ kind }) => {
    if (kind === 'aggregate') found = true;
    return kind === 'query' ? 'skip' : undefined;
  });
  return found;
};

export const havingWithoutGroup = defineRule({
  id: 'having-without-group',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'HAVING without GROUP BY and without an aggregate is a WHERE that no index can serve.',
    zh: '没有 GROUP BY 和聚合函数的 HAVING 等同于 WHERE，却无法使用索引。',
  },
  on: ['select'],
  check: ({ having, groupBy, items }) =>
    having &&
    !groupBy &&
    !gathers(having) &&
    !items.some(gathers) &&
    at(having, 'Put this condition into WHERE.', '请把该条件写在 WHERE 中。'),
});
