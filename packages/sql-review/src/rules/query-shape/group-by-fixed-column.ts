import { at, defineRule } from '../../rule.ts';
import { isFixedBy } from '../../tree/grouping.ts';

export const groupByFixedColumn = defineRule({
  id: 'group-by-fixed-column',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'A column that WHERE fixes has one value: grouping by it divides nothing.',
    zh: '被 WHERE 固定的列只有一个值，按它分组没有意义。',
  },
  on: ['select'],
  check: (select) =>
    (select.groupBy?.items ?? [])
      .filter(({ expression }) => expression.kind === 'column' && isFixedBy(select, expression))
      .map((item) => at(item, 'All rows have the same value here.', '所有行在此列的值都相同。')),
});
