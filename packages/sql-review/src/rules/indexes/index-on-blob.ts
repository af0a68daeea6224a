import type { AlterTable } from '@myriad/sql';
import { at, defineRule, type RuleFinding } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { type IndexChange, readIndexChange } from '../../schema/written-indexes.ts';
import { isLongType } from '../../tree/keys.ts';
import { isMysql } from '../../versions.ts';

export const indexOnBlob = defineRule({
  id: 'index-on-blob',
  grade: 'E',
  theme: 'indexes',
  why: {
    en: 'An index on TEXT or BLOB needs the length of a prefix (error 1170).',
    zh: 'TEXT、BLOB 列建索引必须指定前缀长度（错误 1170）。',
  },
  versions: isMysql,
  on: ['create-table', 'alter-table', 'create-index'],
  check: (statement, { schema }) => {
    const change = readIndexChange(statement, schema);
    const found = change.written.flatMap(({ index, parts }) =>
      index.type === 'FULLTEXT' || index.type === 'SPATIAL'
        ? []
        : parts
            .filter(({ part, column }) => part.length === undefined && isLongType(column?.type))
            .map(({ place }) => at(place, 'Name the length of the prefix.', '请指定前缀长度。')),
    );
    return statement.kind === 'alter-table' ? [...found, ...becomingLong(statement, change)] : found;
  },
});

/** A column that becomes TEXT under an index that is there. */
function becomingLong({ actions }: AlterTable, { kept }: IndexChange): readonly RuleFinding[] {
  return actions.flatMap((action) => {
    if (action.kind !== 'change-column' || !isLongType(action.column.type)) return [];
    const name = action.from ?? action.column.name;
    const index = kept.find(
      ({ type, parts }) =>
        type !== 'FULLTEXT' && parts.some((part) => isSame(part.column, name.name) && part.length === undefined),
    );
    return index
      ? [
          at(
            action.column.name,
            `The index ${index.name} holds the whole column.`,
            `索引 ${index.name} 包含整列，没有前缀长度。`,
          ),
        ]
      : [];
  });
}
