import { at, defineRule } from '../../rule.ts';
import { sameColumn } from '../../tree/conditions.ts';

export const distinctWithGroupBy = defineRule({
  id: 'distinct-with-group-by',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'Groups are distinct already when the grouped columns are what is read.',
    zh: '查询列就是分组列时，结果本身已经去重。',
  },
  on: ['select'],
  check: (select) => {
    const { distinct, groupBy, items } = select;
    if (!distinct) return undefined;
    if (!groupBy)
      return (
        items.length > 0 &&
        items.every(({ expression }) => expression.kind === 'aggregate' && !expression.over) &&
        at(select, 'There is one row: DISTINCT does nothing.', '结果只有一行，DISTINCT 没有作用。')
      );
    if (groupBy.modifier) return undefined;
    const isShown = groupBy.items.every(({ expression }) =>
      items.some((item) => sameColumn(item.expression, expression)),
    );
    return isShown && at(select, 'DISTINCT beside GROUP BY does nothing.', 'GROUP BY 之外再写 DISTINCT 没有作用。');
  },
});
