import type { TableReference } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

const tablesIn = (table: TableReference): number => {
  if (table.kind === 'join') return tablesIn(table.left) + tablesIn(table.right);
  return table.kind === 'table-group' ? table.tables.reduce((sum, one) => sum + tablesIn(one), 0) : 1;
};

export const joinMany = defineRule({
  id: 'join-many',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'With every table more, the orders to try and the ways to be wrong multiply; the plan is less and less stable.',
    zh: '每多一张表，可选的连接顺序和误判都会成倍增加，执行计划越来越不稳定。',
  },
  parameters: { maximum: 5 },
  on: ['select', 'update', 'delete'],
  check: (node, _, { maximum }) => {
    const tables = node.kind === 'select' ? node.from : node.tables;
    const count = tables.reduce((sum, table) => sum + tablesIn(table), 0);
    return count > maximum && tables[0] && at(tables[0], `${count} tables in one join.`, `一次连接了 ${count} 张表。`);
  },
});
