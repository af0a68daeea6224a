import type { OrderItem } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';

export const groupOrderTwoTables = defineRule({
  id: 'group-order-two-tables',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'Grouped by one table and sorted by another, the rows go through a temporary table and a sort: no index serves both.',
    zh: '分组和排序使用不同的表时，必须借助临时表并再次排序，没有索引能同时满足。',
  },
  on: ['query'],
  check: ({ body, orderBy }) => {
    if (body.kind !== 'select' || !body.groupBy) return undefined;
    const grouped = new Set(body.groupBy.items.map(tableOf));
    if (grouped.size === 0 || grouped.has(undefined)) return undefined;
    return orderBy
      .filter((item) => {
        const table = tableOf(item);
        return table !== undefined && !grouped.has(table);
      })
      .map((item) => at(item, 'Sorted by another table than grouped by.', '排序与分组使用了不同的表。'));
  },
});

/** The table of a column that names it. */
function tableOf({ expression }: OrderItem): string | undefined {
  const inner = bare(expression);
  return inner.kind === 'column' ? inner.table?.name.toLowerCase() : undefined;
}
