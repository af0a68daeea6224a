import type { OrderItem, Select } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { bare, conjuncts } from '../../tree/conditions.ts';
import { anyOf, mariadbBefore, mysqlBefore } from '../../versions.ts';

export const orderByMixed = defineRule({
  id: 'order-by-mixed',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'Mixed directions need an index that runs so; before MySQL 8 and MariaDB 10.8 there is none, and the rows are always sorted.',
    zh: '混合方向需要方向一致的索引；MySQL 8、MariaDB 10.8 之前没有这样的索引，ASC 与 DESC 混用必然排序。',
  },
  on: ['query'],
  check: ({ orderBy, body }, context) => {
    const downs = orderBy.filter(({ direction }) => direction === 'DESC').length;
    const [first] = orderBy;
    if (!first || downs === 0 || downs === orderBy.length) return undefined;
    return (
      (knowsOneWayOnly(context.dialect) || (body.kind === 'select' && isUnserved(body, orderBy, context))) &&
      at(first, 'ASC and DESC are mixed: the rows are sorted.', 'ASC 与 DESC 混用，需要额外排序。')
    );
  },
});

const knowsOneWayOnly = anyOf(mysqlBefore(80000), mariadbBefore(100800));

/** No index of the table runs as the rows are wanted; not known where the table is not. */
function isUnserved(select: Select, orderBy: readonly OrderItem[], { schema, columnOf }: Context): boolean {
  const [table, more] = select.from;
  const model = table?.kind === 'named-table' && !more ? schema.tableOf(table.name) : undefined;
  if (!model) return false;
  const wanted = orderBy.map(({ expression, direction }) => {
    const column = bare(expression);
    const name = column.kind === 'column' ? columnOf(column)?.column.name.toLowerCase() : undefined;
    return { name, isDown: direction === 'DESC' };
  });
  return !model.indexes.some(({ parts }) =>
    parts.some((_, from) => {
      // The columns before those of the order have one value each.
      const fixed = parts.slice(0, from).every(({ column }) => column !== undefined && isFixedName(select, column));
      const same = wanted.map(({ isDown }, place) => parts[from + place]?.isDescending === isDown);
      return (
        fixed &&
        wanted.every(({ name }, place) => name !== undefined && parts[from + place]?.column?.toLowerCase() === name) &&
        (same.every(Boolean) || !same.some(Boolean))
      );
    }),
  );
}

const isFixedName = ({ where }: Select, name: string): boolean =>
  conjuncts(where).some(
    (one) =>
      one.kind === 'binary' &&
      one.operator === '=' &&
      [one.left, one.right].some((side) => side.kind === 'column' && isSame(side.name.name, name)),
  );
