import type { Column, Select, Star, TableReference } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';
import { calledOf, factorsOf } from '../../tree/tables.ts';

/** Nothing but inner joins. */
const isInner = (table: TableReference): boolean =>
  table.kind === 'join'
    ? (table.type === 'JOIN' || table.type === 'INNER JOIN') && isInner(table.left) && isInner(table.right)
    : table.kind === 'named-table';

export const distinctJoinToExists = defineRule({
  id: 'distinct-join-to-exists',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'A join multiplies rows that DISTINCT then sorts out again; EXISTS stops at the first partner.',
    zh: '连接会让行重复，再由 DISTINCT 去重；EXISTS 找到第一条匹配即可停止。',
  },
  on: ['select'],
  check: (select, context) => {
    const { distinct, from, groupBy } = select;
    const [first] = from;
    if (!distinct || groupBy || from.length !== 1 || first?.kind !== 'join' || !isInner(first)) return undefined;
    const read = tablesRead(select, context);
    return (
      read?.size === 1 &&
      at(
        first,
        'The other tables only filter: EXISTS needs no DISTINCT.',
        '其余表只用于过滤：改用 EXISTS 后无需 DISTINCT。',
      )
    );
  },
});

/** Which of the joined tables the list reads; `undefined` where a column does not tell. */
function tablesRead({ items, from }: Select, { columnOf }: Context): ReadonlySet<string> | undefined {
  const factors = factorsOf(from);
  const called = (column: Column | Star): string | undefined => {
    if (column.table) return column.table.name.toLowerCase();
    const table = column.kind === 'column' ? columnOf(column)?.table.name.toLowerCase() : undefined;
    const named = factors.filter((one) => one.kind === 'named-table' && one.name.name.name.toLowerCase() === table);
    return named.length === 1 && named[0] ? calledOf(named[0]) : undefined;
  };
  const tables = items.map(({ expression }) => {
    const inner = expression.kind === 'star' ? expression : bare(expression);
    return inner.kind === 'column' || inner.kind === 'star' ? called(inner) : undefined;
  });
  return tables.includes(undefined) ? undefined : new Set(tables.map(String));
}
