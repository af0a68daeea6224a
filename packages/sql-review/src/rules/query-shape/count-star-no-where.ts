import { nameOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';

export const countStarNoWhere = defineRule({
  id: 'count-star-no-where',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'COUNT(*) of a whole table reads a whole index: InnoDB keeps no count.',
    zh: '对整表 COUNT(*) 需要扫描整个索引：InnoDB 不保存行数。',
  },
  on: ['select'],
  parameters: { rows: 1000 },
  check: ({ items, where, from, groupBy }, { statisticsOf }, { rows }) => {
    const [item] = items;
    const [table] = from;
    const call = item?.expression;
    return (
      items.length === 1 &&
      call?.kind === 'aggregate' &&
      call.name === 'COUNT' &&
      (call.args[0]?.kind === 'star' || call.args[0]?.kind === 'literal') &&
      !call.over &&
      !where &&
      !groupBy &&
      from.length === 1 &&
      table?.kind === 'named-table' &&
      (statisticsOf(nameOf(table.name))?.rows ?? Number.POSITIVE_INFINITY) > rows &&
      at(call, 'All rows are counted.', '会统计全部行。')
    );
  },
});
