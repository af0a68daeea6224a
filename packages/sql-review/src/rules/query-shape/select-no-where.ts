import type { Expression, Join, TableReference } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { columnsIn, conjuncts } from '../../tree/conditions.ts';
import { factorsOf } from '../../tree/tables.ts';

const isNamed = (table: TableReference, name: string): boolean =>
  table.kind === 'named-table' && !table.name.schema && table.name.name.name.toLowerCase() === name.toLowerCase();

/** Tables of the server itself: small, and read whole on purpose. */
const isOfServer = (table: TableReference): boolean =>
  table.kind === 'named-table' && systemSchemas.has(table.name.schema?.name.toLowerCase() ?? '');

const systemSchemas: ReadonlySet<string> = new Set(['information_schema', 'performance_schema', 'sys', 'mysql']);

/** An ON that looks at a value, not only at the other table, is a filter of its own. */
const filters = (on: Expression | undefined): boolean =>
  conjuncts(on).some((one) => {
    if (one.kind === 'in-list' || one.kind === 'between' || one.kind === 'like') return true;
    return one.kind === 'binary' && (columnsIn(one.left).length === 0 || columnsIn(one.right).length === 0);
  });

/** Joins of tables whose conditions only connect them. */
const joinsWholeTables = ({ left, right, on, type }: Join): boolean =>
  [left, right].every((side) => side.kind === 'named-table' || (side.kind === 'join' && joinsWholeTables(side))) &&
  (type === 'LEFT JOIN' || type === 'RIGHT JOIN' || !filters(on));

export const selectNoWhere = defineRule({
  id: 'select-no-where',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'Without a filter the whole table is read, however large it has grown.',
    zh: '没有过滤条件会读取整张表，无论它已经有多大。',
  },
  on: ['select'],
  check: (select, { statement, parentOf, nodes }) => {
    const { from, where } = select;
    if (statement.kind !== 'query' || where || from.length === 0) return undefined;
    if (from.every(isOfServer)) return undefined;
    if (!from.every((table) => (table.kind === 'join' ? joinsWholeTables(table) : table.kind === 'named-table')))
      return undefined;
    // A LIMIT without sorting stops early; it stands at the query around the SELECT.
    const around = parentOf(select);
    if (
      around?.kind === 'query' &&
      'limit' in around &&
      around.limit &&
      'orderBy' in around &&
      Array.isArray(around.orderBy) &&
      around.orderBy.length === 0
    )
      return undefined;
    if (nodes('common-table').some(({ name }) => factorsOf(from).some((table) => isNamed(table, name.name))))
      return undefined;
    return at(select, 'SELECT without WHERE reads the whole table.', 'SELECT 没有 WHERE，会读取整张表。');
  },
});
