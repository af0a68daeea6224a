import { at, defineRule } from '../../rule.ts';
import { columnsOfIndex } from '../../schema/table.ts';
import { bare, conjuncts } from '../../tree/conditions.ts';

export const joinNoIndex = defineRule({
  id: 'join-no-index',
  grade: 'E',
  theme: 'joins',
  tier: 'schema',
  why: {
    en: 'A joined column without an index makes the server scan that table for every row of the other.',
    zh: '被连接的列没有索引时，需要为另一张表的每一行扫描该表。',
  },
  on: ['join'],
  check: ({ on, right, left, type }, { columnOf, schema }) => {
    if (!on || right.kind !== 'named-table') return undefined;
    const table = schema.tableOf(right.name);
    if (!table) return undefined;
    const equal = conjuncts(on).flatMap((condition) =>
      condition.kind === 'binary' && condition.operator === '=' ? [bare(condition.left), bare(condition.right)] : [],
    );
    const stored = equal.flatMap((side) => (side.kind === 'column' ? (columnOf(side) ?? []) : []));
    const own = stored.filter((one) => one.table === table).map(({ column }) => column.name.toLowerCase());
    const isServed = table.indexes.some((index) => own.includes(columnsOfIndex(index)[0] ?? ''));
    // An inner join may begin with either side.
    const others = stored.filter((one) => one.table !== table);
    const isServedThere =
      type !== 'LEFT JOIN' &&
      left.kind === 'named-table' &&
      others.some((one) =>
        one.table.indexes.some((index) => columnsOfIndex(index)[0] === one.column.name.toLowerCase()),
      );
    return (
      own.length > 0 &&
      !isServed &&
      !isServedThere &&
      at(on, `${right.name.name.name} has no index for this.`, `${right.name.name.name} 没有可用的索引。`)
    );
  },
});
