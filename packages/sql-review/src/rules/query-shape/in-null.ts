import { at, defineRule } from '../../rule.ts';
import { isNull } from '../../tree/conditions.ts';

export const inNull = defineRule({
  id: 'in-null',
  grade: 'E',
  theme: 'query-shape',
  why: {
    en: 'NULL in an IN list matches nothing, and NOT IN with a NULL never takes a row.',
    zh: 'IN 列表中的 NULL 不会匹配任何行，而包含 NULL 的 NOT IN 永远不会选中任何行。',
  },
  on: ['in-list'],
  check: ({ items }) =>
    items
      .filter(isNull)
      .map((item) => at(item, 'NULL in the list is never equal to anything.', '列表中的 NULL 不等于任何值。')),
});
