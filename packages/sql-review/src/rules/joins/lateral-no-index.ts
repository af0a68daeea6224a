import type { Expression } from '@myriad/sql';
import type { Context, StoredColumn } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { columnsOfIndex } from '../../schema/table.ts';
import { bare, conjuncts } from '../../tree/conditions.ts';
import { factorsOf } from '../../tree/tables.ts';

export const lateralNoIndex = defineRule({
  id: 'lateral-no-index',
  grade: 'W',
  theme: 'joins',
  tier: 'schema',
  why: {
    en: 'A LATERAL query runs once for each row before it: without an index on the column it is bound by, it reads its table as often.',
    zh: 'LATERAL 子查询会对前面的每一行执行一次：关联列没有索引时，每次都要扫描整张表。',
  },
  on: ['derived-table'],
  check: (table, context) => {
    const { body } = table.query;
    if (!table.lateral || body.kind !== 'select') return undefined;
    const inside = factorsOf(body.from).flatMap((one) =>
      one.kind === 'named-table' ? (context.schema.tableOf(one.name) ?? []) : [],
    );
    const pairs = conjuncts(body.where).flatMap((condition) => equality(condition, context));
    return inside.flatMap((model) => {
      const own = pairs.flat().filter((one) => one.table === model);
      const bound = pairs.filter(([a, b]) => (a?.table === model) !== (b?.table === model) && a && b);
      const isServed = model.indexes.some((index) =>
        own.some(({ column }) => columnsOfIndex(index)[0] === column.name.toLowerCase()),
      );
      const [first] = bound.flat().filter((one) => one?.table === model);
      return first && !isServed
        ? [
            at(
              table,
              `${model.name} is read as a whole for each row: index ${first.column.name}.`,
              `每一行都会扫描整张表 ${model.name}：请为 ${first.column.name} 建立索引。`,
            ),
          ]
        : [];
    });
  },
});

/** The stored columns that `=` compares: two, one beside a value, or none. */
function equality(condition: Expression, { columnOf }: Context): readonly (readonly StoredColumn[])[] {
  if (condition.kind !== 'binary' || condition.operator !== '=') return [];
  const found = [condition.left, condition.right].map(bare).flatMap((side) => {
    const stored = side.kind === 'column' ? columnOf(side) : undefined;
    return stored ? [stored] : [];
  });
  return [found];
}
