import type { Expression } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { columnsIn } from '../../tree/conditions.ts';
import { isInFilter } from '../../tree/filters.ts';

export const orAcrossTables = defineRule({
  id: 'or-across-tables',
  grade: 'W',
  theme: 'conditions',
  why: {
    en: 'An OR over two tables is decided when both are joined: no index of either keeps rows out. A UNION of both sides uses one each.',
    zh: '跨表的 OR 只能在连接之后判断，两边的索引都用不上；拆成 UNION 后各自可用索引。',
  },
  on: ['logical'],
  check: (node, { parentOf, columnOf, nodes }) => {
    if (node.operator !== 'OR' || !isInFilter(node, parentOf)) return undefined;
    if (nodes('join').length === 0 && nodes('named-table').length < 2) return undefined;
    const sides = node.operands.map((side) => tablesIn(side, columnOf));
    const [first] = sides;
    const isApart = first && sides.some((side) => side.size > 0 && [...side].every((table) => !first.has(table)));
    return (
      isApart &&
      first.size > 0 &&
      at(node, 'The sides of this OR look at different tables.', '该 OR 的两侧引用了不同的表。')
    );
  },
});

const tablesIn = (side: Expression, columnOf: Context['columnOf']): ReadonlySet<string> =>
  new Set(
    columnsIn(side).flatMap((column) => (columnOf(column)?.table.name ?? column.table?.name)?.toLowerCase() ?? []),
  );
