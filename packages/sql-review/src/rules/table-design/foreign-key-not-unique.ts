import { at, defineRule } from '../../rule.ts';
import { isSame, isUniqueIndex } from '../../schema/table.ts';
import { isMysql } from '../../versions.ts';

export const foreignKeyNotUnique = defineRule({
  id: 'foreign-key-not-unique',
  grade: 'W',
  theme: 'table-design',
  tier: 'schema',
  why: {
    en: 'A foreign key that refers to columns that are not a unique key is refused from MySQL 8.4 on, and ambiguous before.',
    zh: '外键引用非唯一键的列，MySQL 8.4 起会被拒绝，之前的行为也有歧义。',
  },
  versions: isMysql,
  on: ['foreign-key'],
  check: ({ references }, { schema, statement }) => {
    const table = schema.tableOf(references.table);
    const own = statement.kind === 'create-table' && isSame(statement.name.name.name, references.table.name.name);
    if (!table?.isWhole || own || references.columns.length === 0) return undefined;
    const isKey = table.indexes.some(
      (index) =>
        isUniqueIndex(index) &&
        index.parts.length === references.columns.length &&
        references.columns.every(({ name }) => index.parts.some(({ column }) => isSame(column, name))),
    );
    return !isKey && at(references, 'These columns are no unique key.', '被引用的列不是唯一键。');
  },
});
