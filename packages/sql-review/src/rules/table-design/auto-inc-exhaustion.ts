import { nameOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { rangeOf } from '../../tree/types.ts';

export const autoIncExhaustion = defineRule({
  id: 'auto-inc-exhaustion',
  grade: 'E',
  theme: 'table-design',
  tier: 'statistics',
  why: {
    en: 'The counter of the table has used up most of its type: INSERTs will fail one day soon.',
    zh: '自增列即将耗尽，之后的 INSERT 将失败。',
  },
  parameters: { percent: 70 },
  on: ['insert'],
  check: (insert, { statisticsOf, schema }, { percent }) => {
    const next = statisticsOf(nameOf(insert.table))?.autoIncrement;
    const counter = schema.tableOf(insert.table)?.columns.find(({ isAutoIncrement }) => isAutoIncrement);
    const range = counter?.type && rangeOf(counter.type);
    return (
      next !== undefined &&
      range &&
      (next / range[1]) * 100 > percent &&
      at(
        insert.table,
        `${Math.round((next / range[1]) * 100)} % of the numbers are used.`,
        `自增值已使用 ${Math.round((next / range[1]) * 100)}%。`,
      )
    );
  },
});
