import type { Select } from '@myriad/sql';
import { type Context, nameOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { hasIndexOrder } from '../../tree/index-order.ts';
import { factorsOf } from '../../tree/tables.ts';

export const orderByWholeTable = defineRule({
  id: 'order-by-whole-table',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'Sorting a whole table writes it to a temporary file and reads it again: filter first, or sort by an index and take a few.',
    zh: '对整张表排序需要写入临时文件再读出：请先过滤，或按索引排序并限制行数。',
  },
  parameters: { rows: 1000 },
  on: ['query'],
  check: (query, context, { rows }) => {
    const { body, orderBy } = query;
    const [first] = orderBy;
    if (!first || body.kind !== 'select' || body.where || body.groupBy || body.from.length === 0) return undefined;
    const tables = factorsOf(body.from);
    const names = context.nodes('common-table').map(({ name }) => name.name.toLowerCase());
    if (!tables.every((one) => one.kind === 'named-table' && !names.includes(one.name.name.name.toLowerCase())))
      return undefined;
    // What is gathered without groups is one row.
    if (body.items.every(({ expression }) => expression.kind === 'aggregate' && !expression.over)) return undefined;
    return (
      !hasIndexOrder(query, body, context) &&
      !isSmall(body, context, rows) &&
      at(first, 'The whole table is sorted.', '会对整张表排序。')
    );
  },
});

const isSmall = (select: Select, { statisticsOf }: Context, most: number): boolean =>
  factorsOf(select.from).every(
    (table) =>
      table.kind === 'named-table' && (statisticsOf(nameOf(table.name))?.rows ?? Number.POSITIVE_INFINITY) <= most,
  );
