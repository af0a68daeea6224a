import { nameOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { fixesUniqueKey } from '../../tree/fixed-columns.ts';
import { hasIndexOrder } from '../../tree/index-order.ts';
import { factorsOf } from '../../tree/tables.ts';

export const orderByBigTable = defineRule({
  id: 'order-by-big-table',
  grade: 'W',
  theme: 'query-shape',
  tier: 'statistics',
  why: {
    en: 'A sort over a large table spills to disk, unless an index has the order or a filter leaves few rows.',
    zh: '对大表排序容易落盘，除非有顺序一致的索引，或过滤后只剩少量行。',
  },
  parameters: { rows: 500000 },
  on: ['query'],
  check: (query, context, { rows }) => {
    const { body, orderBy } = query;
    const [first] = orderBy;
    if (!first || body.kind !== 'select') return undefined;
    const counts = factorsOf(body.from).map((table) =>
      table.kind === 'named-table' ? (context.statisticsOf(nameOf(table.name))?.rows ?? 0) : 0,
    );
    const count = Math.max(0, ...counts);
    return (
      count > rows &&
      !hasIndexOrder(query, body, context) &&
      !fixesUniqueKey(body, context) &&
      at(first, `A table of about ${count} rows is sorted.`, `对约 ${count} 行的表排序。`)
    );
  },
});
