import type { Query } from '@myriad/sql';
import { nameOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';

export const selectBigNoWhere = defineRule({
  id: 'select-big-no-where',
  grade: 'E',
  theme: 'query-shape',
  tier: 'statistics',
  why: {
    en: 'A query without a filter reads a large table whole.',
    zh: '没有过滤条件的查询会读取整张大表。',
  },
  parameters: { rows: 100000 },
  on: ['select'],
  check: (select, { statisticsOf, parentOf }, { rows }) => {
    const [table, more] = select.from;
    const query = parentOf(select);
    const stops = query?.kind === 'query' && (query as Query).limit && (query as Query).orderBy.length === 0;
    const count = table?.kind === 'named-table' && !more ? (statisticsOf(nameOf(table.name))?.rows ?? 0) : 0;
    return (
      table &&
      !select.where &&
      !stops &&
      count > rows &&
      at(table, `About ${count} rows are read.`, `约读取 ${count} 行。`)
    );
  },
});
