import type { Expression, Join, Node, Query, Select, TableFactor, TableReference } from '@myriad/sql';
import { type Context, nameOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { columnsIn, conjuncts } from '../../tree/conditions.ts';
import { hasIndexOrder } from '../../tree/index-order.ts';
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
  parameters: { rows: 1000 },
  on: ['select'],
  check: (select, context, { rows }) => {
    const { statement, parentOf, nodes } = context;
    const { from, where } = select;
    if (!reads.has(statement.kind) || where || from.length === 0) return undefined;
    if (from.every(isOfServer)) return undefined;
    if (!from.every((table) => (table.kind === 'join' ? joinsWholeTables(table) : table.kind === 'named-table')))
      return undefined;
    const around = parentOf(select);
    if (around?.kind === 'query' && (isCutShort(around as Query, select, context) || isAsked(around, parentOf)))
      return undefined;
    if (takesAnEnd(select) || factorsOf(from).every((table) => isSmall(table, context, rows))) return undefined;
    if (nodes('common-table').some(({ name }) => factorsOf(from).some((table) => isNamed(table, name.name))))
      return undefined;
    return at(select, 'SELECT without WHERE reads the whole table.', 'SELECT 没有 WHERE，会读取整张表。');
  },
});

/** Statements that give rows to somebody, or keep them. */
const reads: ReadonlySet<string> = new Set(['query', 'insert', 'create-table']);

/** A LIMIT stops early where nothing is sorted, or where an index has the order. */
const isCutShort = (query: Query, select: Select, context: Context): boolean =>
  query.limit !== undefined &&
  !select.groupBy &&
  !select.distinct &&
  (query.orderBy.length === 0 || hasIndexOrder(query, select, context));

/** IN, EXISTS and a comparison join the rows of their query with those outside, whose filter decides. */
function isAsked(query: Node, parentOf: (node: Node) => Node | undefined): boolean {
  const above = parentOf(query);
  return (
    above?.kind === 'in-query' || above?.kind === 'exists' || above?.kind === 'quantified' || above?.kind === 'subquery'
  );
}

/** `SELECT max(id) FROM t`: the end of an index. */
const takesAnEnd = ({ items, from, groupBy }: Select): boolean =>
  !groupBy &&
  from.length === 1 &&
  from[0]?.kind === 'named-table' &&
  items.every(({ expression }) => expression.kind === 'aggregate' && ['MAX', 'MIN'].includes(expression.name));

const isSmall = (table: TableFactor, { statisticsOf }: Context, most: number): boolean =>
  table.kind === 'named-table' && (statisticsOf(nameOf(table.name))?.rows ?? Number.POSITIVE_INFINITY) <= most;
