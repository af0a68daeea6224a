import type { Column, Expression, Join, Select } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { isSame, isUniqueIndex } from '../../schema/table.ts';
import { bare, conjuncts } from '../../tree/conditions.ts';
import { groupedTexts, hasAggregate, isFixedBy, looseColumns } from '../../tree/grouping.ts';
import { calledOf, factorsOf } from '../../tree/tables.ts';

export const groupByNondeterministic = defineRule({
  id: 'group-by-nondeterministic',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'A column that is neither grouped by nor gathered has many values in a group: ONLY_FULL_GROUP_BY refuses it (errors 1055, 1140), without it any of them comes.',
    zh: '既未分组也未聚合的列在一组内有多个值：ONLY_FULL_GROUP_BY 会拒绝（错误 1055、1140），关闭时返回其中任意一个。',
  },
  on: ['select'],
  check: (select, context) => {
    if (select.from.length === 0) return undefined;
    if (!select.groupBy && (context.nodes('aggregate').length === 0 || !hasAggregate(select))) return undefined;
    if (isGroupedByKey(select, context)) return undefined;
    const grouped = groupedTexts(select, context.dialect);
    const own = factorsOf(select.from).map(calledOf);
    const isOwn = ({ table }: Column) => table === undefined || own.includes(table.name.toLowerCase());
    return select.items.flatMap(({ expression }) => {
      const places =
        expression.kind === 'star'
          ? [expression]
          : looseColumns(expression, grouped, context.dialect).filter(
              (column) => isOwn(column) && !isFixedBy(select, column) && !context.isVariable(column),
            );
      return places.map((place) =>
        at(place, 'Which of the values of its group comes is not fixed.', '返回组内哪一个值并不确定。'),
      );
    });
  },
});

/** A key that is grouped by decides all columns of its table, and those joined by them. */
function isGroupedByKey(select: Select, { schema, nodes }: Context): boolean {
  const columns = (select.groupBy?.items ?? []).flatMap(({ expression }) => {
    const inner = bare(expression);
    return inner.kind === 'column' ? [inner.name.name] : [];
  });
  if (columns.length === 0) return false;
  const equal = equalTo(select, nodes('join'));
  return factorsOf(select.from).some((table) => {
    if (table.kind !== 'named-table') return columns.some((name) => isSame(name, 'id'));
    const known = schema.tableOf(table.name);
    if (!known) return columns.some((name) => isKeyLike(name, table.name.name.name));
    return known.indexes.some(
      (index) =>
        isUniqueIndex(index) &&
        index.parts.every(
          ({ column }) =>
            columns.some((name) => isSame(name, column)) || equal.has(`${calledOf(table)}.${column}`.toLowerCase()),
        ),
    );
  });
}

/** `GROUP BY a.owner` with `o.id = a.owner`: grouped by o.id as well. Columns that name their table, in lower case. */
function equalTo(select: Select, joins: readonly Join[]): ReadonlySet<string> {
  const grouped = new Set((select.groupBy?.items ?? []).map(({ expression }) => textOf(expression)));
  const conditions = [select.where, ...joins.map(({ on }) => on)].flatMap(conjuncts);
  return new Set(
    conditions.flatMap((one) => {
      if (one.kind !== 'binary' || one.operator !== '=') return [];
      const [left, right] = [textOf(one.left), textOf(one.right)];
      if (left === undefined || right === undefined) return [];
      return grouped.has(left) ? [right] : grouped.has(right) ? [left] : [];
    }),
  );
}

function textOf(expression: Expression): string | undefined {
  const inner = bare(expression);
  return inner.kind === 'column' && inner.table ? `${inner.table.name}.${inner.name.name}`.toLowerCase() : undefined;
}

/** Where nobody knows the keys: `id`, and `order_id` of `orders`. */
function isKeyLike(column: string, table: string): boolean {
  const [name, of] = [column.toLowerCase(), table.toLowerCase()];
  return name === 'id' || (name.endsWith('_id') && of.includes(name.slice(0, -3)));
}
