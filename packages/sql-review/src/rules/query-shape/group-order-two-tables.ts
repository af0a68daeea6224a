import type { OrderItem } from '@myriad/sql';
import type { Context } from '../../context.ts';
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
  check: ({ body, orderBy }, { columnOf }) => {
    if (body.kind !== 'select' || !body.groupBy) return undefined;
    const called = (item: OrderItem) => tableOf(item, columnOf);
    const grouped = new Set(body.groupBy.items.map(called));
    if (grouped.size === 0 || grouped.has(undefined)) return undefined;
    return orderBy
      .filter((item) => {
        const table = called(item);
        return table !== undefined && !grouped.has(table);
      })
      .map((item) => at(item, 'Sorted by another table than grouped by.', '排序与分组使用了不同的表。'));
  },
});

/** The table of a column: as it is written, or as the schema tells. */
function tableOf({ expression }: OrderItem, columnOf: Context['columnOf']): string | undefined {
  const inner = bare(expression);
  if (inner.kind !== 'column') return undefined;
  return (columnOf(inner)?.table.name ?? inner.table?.name)?.toLowerCase();
}
