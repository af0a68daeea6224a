import { at, defineRule } from '../../rule.ts';
import { columnNamed, isSame } from '../../schema/table.ts';

export const foreignKeyNoTarget = defineRule({
  id: 'foreign-key-no-target',
  grade: 'E',
  theme: 'table-design',
  tier: 'schema',
  why: {
    en: 'The table or the column a foreign key refers to is not there (errors 1824, 3734).',
    zh: '外键引用的表或列不存在（错误 1824、3734）。',
  },
  on: ['foreign-key'],
  check: ({ references }, { schema, statement }) => {
    const own = statement.kind === 'create-table' && isSame(statement.name.name.name, references.table.name.name);
    if (schema.presenceOf(references.table) === 'missing' && !own)
      return at(references.table, 'There is no such table.', '表不存在。');
    const table = schema.tableOf(references.table);
    return (
      table?.isWhole &&
      !own &&
      references.columns
        .filter(({ name }) => !columnNamed(table, name))
        .map((column) => at(column, 'The table has no such column.', '表中没有该列。'))
    );
  },
});
