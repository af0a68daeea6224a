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
  check: (statement, { nodes }) => {
    // A LIMIT without sorting stops early; it stands at the query around the SELECT.
    const stops = new Set(
      nodes('query')
        .filter(({ limit, orderBy }) => limit && orderBy.length === 0)
        .map(({ body }) => body),
    );
    if (statement.kind !== 'query') return [];
    return nodes('select')
      .filter((select) => select.from.length > 0 && !select.where && !stops.has(select))
      .filter(({ from }) => from.every((table) => table.kind === 'named-table'))
      .filter(({ from }) => !nodes('common-table').some(({ name }) => from.some((table) => isNamed(table, name.name))))
      .map((select) => at(select, 'SELECT without WHERE reads the whole table.', 'SELECT 没有 WHERE，会读取整张表。'));
  },
});
