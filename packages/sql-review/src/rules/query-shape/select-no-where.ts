import type { TableReference } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

const isNamed = (table: TableReference, name: string): boolean =>
  table.kind === 'named-table' && !table.name.schema && table.name.name.name.toLowerCase() === name.toLowerCase();

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
    if (!from.every((table) => table.kind === 'named-table')) return undefined;
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
    if (nodes('common-table').some(({ name }) => from.some((table) => isNamed(table, name.name)))) return undefined;
    return at(select, 'SELECT without WHERE reads the whole table.', 'SELECT 没有 WHERE，会读取整张表。');
  },
});
