import { at, defineRule } from '../../rule.ts';
import { isSame, primaryKeyOf } from '../../schema/table.ts';
import { overwrittenValues, type WrittenValue, writtenValues } from '../../schema/written-values.ts';
import { isCallOf } from '../../tree/calls.ts';
import { sameColumn } from '../../tree/conditions.ts';

/** The same value again: `id = id`, and the ways to read the counter of the row that is there. */
const stays = ({ target, value }: WrittenValue): boolean =>
  sameColumn(target, value) || value.kind === 'values-of' || isCallOf(value, 'LAST_INSERT_ID');

export const updatePrimaryKey = defineRule({
  id: 'update-primary-key',
  grade: 'E',
  theme: 'change-safety',
  tier: 'schema',
  why: {
    en: 'A changed primary key moves the row, all its index entries and every reference to it.',
    zh: '修改主键会移动整行数据和所有索引，并影响外部引用。',
  },
  on: ['update', 'insert'],
  check: (change, context) =>
    (change.kind === 'update' ? writtenValues(change, context) : overwrittenValues(change, context)).flatMap(
      (written) => {
        const { column, table, target } = written;
        return primaryKeyOf(table)?.parts.some((part) => isSame(part.column, column.name)) && !stays(written)
          ? [at(target, `${column.name} is the primary key.`, `${column.name} 是主键。`)]
          : [];
      },
    ),
});
