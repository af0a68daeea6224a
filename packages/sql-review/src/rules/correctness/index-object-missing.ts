import { at, defineRule } from '../../rule.ts';
import { columnNamed, indexNamed } from '../../schema/table.ts';

export const indexObjectMissing = defineRule({
  id: 'index-object-missing',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'CREATE INDEX and DROP INDEX name a column or an index that is not there, or an index that is.',
    zh: 'CREATE INDEX、DROP INDEX 引用了不存在的列或索引，或创建了已存在的索引。',
  },
  on: ['create-index', 'drop-index'],
  check: (statement, { schema }) => {
    const table = schema.tableOf(statement.table);
    if (!table?.isWhole) return undefined;
    const isThere = indexNamed(table, statement.name.name) !== undefined;
    if (statement.kind === 'drop-index')
      return !isThere && !statement.ifExists && at(statement.name, 'The table has no such index.', '表中没有该索引。');
    const twice =
      isThere && !statement.ifNotExists && !statement.orReplace
        ? [at(statement.name, 'An index of this name is there already.', '已存在同名索引。')]
        : [];
    return [
      ...twice,
      ...statement.parts.flatMap(({ column }) =>
        column && !columnNamed(table, column.name)
          ? [at(column, 'The table has no such column.', '表中没有该列。')]
          : [],
      ),
    ];
  },
});
