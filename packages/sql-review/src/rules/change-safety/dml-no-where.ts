import type { TableReference } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { conjuncts, isComparison, isFixed } from '../../tree/conditions.ts';
import { factorsOf } from '../../tree/tables.ts';

/** What a join lets through may be few rows: those of a query of its own, or those an ON chooses by a value. */
function isNarrowed(tables: readonly TableReference[]): boolean {
  if (factorsOf(tables).some(({ kind }) => kind === 'derived-table' || kind === 'json-table')) return true;
  return tables.some(
    (table) =>
      table.kind === 'join' &&
      conjuncts(table.on).some(
        (one) =>
          one.kind === 'in-list' ||
          (one.kind === 'binary' && isComparison(one.operator) && (isFixed(one.left) || isFixed(one.right))),
      ),
  );
}

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
    if (where || isNarrowed(tables)) return undefined;
    if (limit)
      return at(
        change,
        `${verb} without WHERE takes whatever rows come first, up to LIMIT.`,
        `${verb} 没有 WHERE，LIMIT 之内影响哪些行并不确定。`,
      );
    return tables.length === 1 && tables[0]?.kind === 'named-table'
      ? at(change, `${verb} without WHERE touches every row of the table.`, `${verb} 没有 WHERE，会影响表中所有行。`)
      : at(
          change,
          `${verb} without WHERE touches every row that finds a partner.`,
          `${verb} 没有 WHERE，会影响所有能关联上的行。`,
        );
  },
});
