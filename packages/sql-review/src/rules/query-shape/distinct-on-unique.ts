import { at, defineRule } from '../../rule.ts';
import { isSame, isUniqueIndex } from '../../schema/table.ts';

export const distinctOnUnique = defineRule({
  id: 'distinct-on-unique',
  grade: 'N',
  theme: 'query-shape',
  tier: 'schema',
  why: {
    en: 'Rows with a unique key in the select list differ already: DISTINCT sorts them for nothing.',
    zh: '查询列包含唯一键时结果本就不重复，DISTINCT 只是徒增排序。',
  },
  on: ['select'],
  check: (select, { schema, columnOf }) => {
    const [table, more] = select.from;
    if (!select.distinct || more || table?.kind !== 'named-table') return undefined;
    const model = schema.tableOf(table.name);
    const shown = select.items.flatMap(({ expression }) =>
      expression.kind === 'column' ? (columnOf(expression)?.column ?? []) : [],
    );
    const isUnique = model?.indexes.some(
      (index) =>
        isUniqueIndex(index) &&
        index.parts.every((part) => shown.some((column) => isSame(column.name, part.column) && !column.isNullable)),
    );
    return isUnique && at(select, 'The rows differ already.', '结果本身没有重复行。');
  },
});
