import type { Expression } from '@myriad/sql';
import type { Context, StoredColumn } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { columnsOfIndex } from '../../schema/table.ts';
import { bare, conjuncts } from '../../tree/conditions.ts';
import { comparedColumns } from '../../tree/joined-columns.ts';

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
  check: (join, context) => {
    const { on, right, left, type } = join;
    const table = right.kind === 'named-table' ? context.schema.tableOf(right.name) : undefined;
    const place = on ?? join.using[0];
    if (!table || !place || right.kind !== 'named-table') return undefined;
    const stored = on
      ? equalColumns(on, context)
      : comparedColumns(join, context).flatMap((one) => [one.left, one.right]);
    const own = stored.filter((one) => one.table === table).map(({ column }) => column.name.toLowerCase());
    const isServed = table.indexes.some((index) => own.includes(columnsOfIndex(index)[0] ?? ''));
    // An inner join may begin with either side.
    const isServedThere =
      type !== 'LEFT JOIN' &&
      left.kind === 'named-table' &&
      stored.some(
        (one) =>
          one.table !== table &&
          one.table.indexes.some((index) => columnsOfIndex(index)[0] === one.column.name.toLowerCase()),
      );
    return (
      own.length > 0 &&
      !isServed &&
      !isServedThere &&
      at(place, `${right.name.name.name} has no index for this.`, `${right.name.name.name} 没有可用的索引。`)
    );
  },
});

/** The stored columns on either side of the equalities. */
const equalColumns = (on: Expression, { columnOf }: Context): readonly StoredColumn[] =>
  conjuncts(on)
    .flatMap((one) => (one.kind === 'binary' && one.operator === '=' ? [bare(one.left), bare(one.right)] : []))
    .flatMap((side) => (side.kind === 'column' ? (columnOf(side) ?? []) : []));
