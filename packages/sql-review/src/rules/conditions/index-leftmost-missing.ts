import { at, defineRule } from '../../rule.ts';
import { columnsOfIndex } from '../../schema/table.ts';
import { columnsIn } from '../../tree/conditions.ts';

export const indexLeftmostMissing = defineRule({
  id: 'index-leftmost-missing',
  grade: 'W',
  theme: 'conditions',
  tier: 'schema',
  why: {
    en: 'No index of the table begins with a column of the filter: every row is looked at.',
    zh: '过滤条件没有命中任何索引的最左列，需要扫描所有行。',
  },
  on: ['select', 'update', 'delete'],
  check: (node, { schema, columnOf }) => {
    const [table, more] = node.kind === 'select' ? node.from : node.tables;
    if (!node.where || more || table?.kind !== 'named-table') return undefined;
    const model = schema.tableOf(table.name);
    if (!model || model.indexes.length === 0) return undefined;
    const used = columnsIn(node.where)
      .flatMap((column) => columnOf(column) ?? [])
      .filter((one) => one.table === model)
      .map(({ column }) => column.name.toLowerCase());
    const isServed =
      model.indexes.some((index) => index.isVisible && used.includes(columnsOfIndex(index)[0] ?? '')) ||
      model.indexes.some(({ type, parts }) => type === 'FULLTEXT' || parts.some(({ expression }) => expression));
    return (
      used.length > 0 &&
      !isServed &&
      at(node.where, 'No index begins with any of these columns.', '没有以这些列开头的索引。')
    );
  },
});
