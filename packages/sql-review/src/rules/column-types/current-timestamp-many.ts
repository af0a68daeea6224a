import type { ColumnDefinition } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { attributeValue, hasAttribute } from '../../schema/read-table.ts';
import type { ColumnModel } from '../../schema/table.ts';
import { isCallOf } from '../../tree/calls.ts';
import { bare } from '../../tree/conditions.ts';
import { columnsDefined, tableAfter } from '../../tree/elements.ts';

export const currentTimestampMany = defineRule({
  id: 'current-timestamp-many',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'One column for the time a row was made and one for its last change are enough: several that the server sets at the same moment hold the same value.',
    zh: '一个创建时间列、一个更新时间列就够：多个列在同一时刻自动赋值，值完全相同。',
  },
  parameters: { defaults: 2, updates: 1 },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }, { defaults, updates }) => {
    if (!columnsDefined(statement).some(isSetByServer)) return undefined;
    const { columns } = tableAfter(statement, schema);
    const [made, changed] = [columns.filter(isNowByDefault), columns.filter((column) => column.setsTimeOnUpdate)];
    const { name } = statement;
    if (changed.length > updates)
      return at(
        name,
        `${changed.length} columns are set on every update.`,
        `有 ${changed.length} 列在每次更新时自动赋值。`,
      );
    return (
      made.length > defaults &&
      at(name, `${made.length} columns default to the time.`, `有 ${made.length} 列默认取当前时间。`)
    );
  },
});

/** It may be one of those that are counted. */
const isSetByServer = (column: ColumnDefinition): boolean =>
  hasAttribute(column, 'ON UPDATE') || attributeValue(column, 'DEFAULT') !== undefined;

function isNowByDefault({ defaultValue }: ColumnModel): boolean {
  const value = defaultValue && bare(defaultValue);
  return value !== undefined && isCallOf(value, 'CURRENT_TIMESTAMP', 'NOW', 'LOCALTIME', 'LOCALTIMESTAMP');
}
