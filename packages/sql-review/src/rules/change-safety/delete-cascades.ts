import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const deleteCascades = defineRule({
  id: 'delete-cascades',
  grade: 'E',
  theme: 'change-safety',
  tier: 'schema',
  why: {
    en: 'Rows of other tables go with these by cascade: they stand in no count and fire no trigger.',
    zh: '其他表的行会被级联删除：不计入影响行数，也不触发触发器。',
  },
  on: ['delete'],
  check: (statement, { schema }) => {
    const [target] = statement.tables;
    const table =
      target?.kind === 'named-table' && statement.tables.length === 1 ? schema.tableOf(target.name) : undefined;
    const children = table
      ? [...schema.listTables()].filter((other) =>
          other.foreignKeys.some((key) => isSame(key.table, table.name) && key.onDelete === 'CASCADE'),
        )
      : [];
    return (
      target &&
      children.length > 0 &&
      at(
        target,
        `Deletes rows of ${children.map(({ name }) => name).join(', ')} too.`,
        `同时会删除 ${children.map(({ name }) => name).join('、')} 中的行。`,
      )
    );
  },
});
