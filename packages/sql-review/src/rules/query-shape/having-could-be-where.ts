import { type Column, walk } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { columnsIn, conjuncts, sameColumn } from '../../tree/conditions.ts';
import { isSingle, sameName } from '../../tree/grouping.ts';

export const havingCouldBeWhere = defineRule({
  id: 'having-could-be-where',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'A condition on a grouped column is cheaper in WHERE: there it keeps rows out before they are grouped.',
    zh: '对分组列的条件写在 WHERE 中更高效：可在分组前过滤数据。',
  },
  on: ['select'],
  check: ({ having, groupBy, from }) => {
    if (!having || !groupBy || groupBy.modifier) return undefined;
    const same = isSingle(from) ? sameName : sameColumn;
    const isGrouped = (column: Column) => groupBy.items.some(({ expression }) => same(expression, column));
    return conjuncts(having)
      .filter((condition) => {
        let plain = true;
        walk(condition, ({ kind }) => {
          if (kind === 'aggregate' || kind === 'query') plain = false;
        });
        const columns = columnsIn(condition);
        return plain && columns.length > 0 && columns.every(isGrouped);
      })
      .map((condition) => at(condition, 'This condition belongs into WHERE.', '该条件应写在 WHERE 中。'));
  },
});
