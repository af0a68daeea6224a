import { at, defineRule } from '../../rule.ts';
import { isSame, primaryKeyOf } from '../../schema/table.ts';
import { writtenValues } from '../../schema/written-values.ts';

export const updatePrimaryKey = defineRule({
  id: 'update-primary-key',
  grade: 'E',
  theme: 'change-safety',
  tier: 'schema',
  why: {
    en: 'A changed primary key moves the row, all its index entries and every reference to it.',
    zh: '修改主键会移动整行数据和所有索引，并影响外部引用。',
  },
  on: ['update'],
  check: (update, context) =>
    writtenValues(update, context).flatMap(({ column, table, target }) =>
      primaryKeyOf(table)?.parts.some((part) => isSame(part.column, column.name))
        ? [at(target, `${column.name} is the primary key.`, `${column.name} 是主键。`)]
        : [],
    ),
});
