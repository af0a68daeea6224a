import { at, defineRule } from '../../rule.ts';
import { columnNamed, isSame, type TableModel } from '../../schema/table.ts';
import { tableAfter } from '../../tree/elements.ts';

export const foreignKeyNoTarget = defineRule({
  id: 'foreign-key-no-target',
  grade: 'E',
  theme: 'table-design',
  tier: 'schema',
  why: {
    en: 'The table or the column a foreign key refers to is not there (errors 1824, 3734).',
    zh: '外键引用的表或列不存在（错误 1824、3734）。',
  },
  on: ['references'],
  check: ({ table: target, columns }, { schema, statement }) => {
    const isDefinition = statement.kind === 'create-table' || statement.kind === 'alter-table';
    const isOwn =
      isDefinition &&
      isSame(statement.name.name.name, target.name.name) &&
      (target.schema === undefined || isSame(statement.name.schema?.name, target.schema.name));
    if (!isOwn && schema.presenceOf(target) === 'missing') return at(target, 'There is no such table.', '表不存在。');
    const table: TableModel | undefined = isOwn ? tableAfter(statement, schema) : schema.tableOf(target);
    return (
      table?.isWhole &&
      columns
        .filter(({ name }) => !columnNamed(table, name))
        .map((column) => at(column, 'The table has no such column.', '表中没有该列。'))
    );
  },
});
