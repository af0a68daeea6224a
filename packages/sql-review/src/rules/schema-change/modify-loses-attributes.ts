import type { AlterTable, ColumnDefinition } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { hasAttribute, readColumn } from '../../schema/read-table.ts';
import { columnNamed, isSame, primaryKeyOf } from '../../schema/table.ts';
import { isNull } from '../../tree/conditions.ts';

export const modifyLosesAttributes = defineRule({
  id: 'modify-loses-attributes',
  grade: 'W',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'MODIFY and CHANGE say the whole definition again: an attribute left out is taken from the column.',
    zh: 'MODIFY、CHANGE 需要写出完整定义，遗漏的属性会被去掉。',
  },
  on: ['change-column'],
  check: (action, { schema, parentOf }) => {
    const alter = parentOf(action);
    const table = alter?.kind === 'alter-table' ? schema.tableOf((alter as AlterTable).name) : undefined;
    const old = table && columnNamed(table, (action.from ?? action.column.name).name);
    if (!table || !old) return undefined;
    const fresh = readColumn(action.column);
    const isKey = primaryKeyOf(table)?.parts.some(({ column }) => isSame(column, old.name)) === true;
    const lost = [
      ...(!old.isNullable && fresh.isNullable && !isKey && !saysNullable(action.column) ? ['NOT NULL'] : []),
      ...(old.hasDefault && !fresh.hasDefault && old.defaultValue?.kind !== undefined && !isNull(old.defaultValue)
        ? ['DEFAULT']
        : []),
      ...(old.isAutoIncrement && !fresh.isAutoIncrement ? ['AUTO_INCREMENT'] : []),
      ...(old.setsTimeOnUpdate && !fresh.setsTimeOnUpdate ? ['ON UPDATE'] : []),
      ...(old.comment && !fresh.comment ? ['COMMENT'] : []),
      ...(old.collation && !fresh.collation ? ['COLLATE'] : []),
    ];
    return lost.length > 0 && at(action, `Lost: ${lost.join(', ')}.`, `将丢失：${lost.join('、')}。`);
  },
});

/** Whoever writes NULL or DEFAULT NULL means it. */
const saysNullable = (column: ColumnDefinition): boolean => {
  const { defaultValue } = readColumn(column);
  return hasAttribute(column, 'NULL') || (defaultValue !== undefined && isNull(defaultValue));
};
