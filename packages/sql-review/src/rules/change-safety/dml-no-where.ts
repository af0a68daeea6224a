import { at, defineRule } from '../../rule.ts';

export const dmlNoWhere = defineRule({
  id: 'dml-no-where',
  grade: 'X',
  theme: 'change-safety',
  why: {
    en: 'Without a filter the statement changes every row, locks them all and fills the binary log; a forgotten WHERE is the most expensive typo there is.',
    zh: '没有过滤条件的语句会修改全部行，锁住整张表并写出大量 binlog；漏写 WHERE 是代价最高的笔误。',
  },
  on: ['update', 'delete'],
  check: (change) => {
    const { where, limit, tables, kind } = change;
    const verb = kind.toUpperCase();
    return (
      !where &&
      !limit &&
      tables.length === 1 &&
      tables[0]?.kind === 'named-table' &&
      at(change, `${verb} without WHERE touches every row of the table.`, `${verb} 没有 WHERE，会影响表中所有行。`)
    );
  },
});
