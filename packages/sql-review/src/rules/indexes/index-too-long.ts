import type { Dialect } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bytesOfColumn, bytesPerCharacter, charsetOfColumn, defaultCharset } from '../../schema/column-bytes.ts';
import type { TableModel } from '../../schema/table.ts';
import { readIndexChange, type WrittenPart } from '../../schema/written-indexes.ts';
import { sizeOf } from '../../tree/calls.ts';
import { isTextType } from '../../tree/keys.ts';

export const indexTooLong = defineRule({
  id: 'index-too-long',
  grade: 'E',
  theme: 'indexes',
  why: {
    en: 'A key is at most 3,072 bytes over all its columns, and 767 for each of them in COMPACT rows (error 1071).',
    zh: '索引所有列合计最长 3,072 字节，COMPACT 行格式下每列最长 767 字节（错误 1071）。',
  },
  on: ['create-table', 'alter-table', 'create-index'],
  check: (statement, { dialect, schema }) => {
    const { after, written } = readIndexChange(statement, schema);
    const limit = after.rowFormat === 'COMPACT' || after.rowFormat === 'REDUNDANT' ? 767 : most;
    return written.flatMap(({ place, index, parts }) => {
      if (index.type === 'FULLTEXT' || index.type === 'SPATIAL') return [];
      const sizes = parts.map((part) => bytesOfPart(part, after, dialect));
      const long = parts.flatMap((part, number) => {
        const bytes = sizes[number] ?? 0;
        return bytes > limit ? [at(part.place, ...words(bytes, limit))] : [];
      });
      const whole = sizes.reduce((sum, bytes) => sum + bytes, 0);
      return long.length === 0 && whole > most ? [at(place, ...words(whole, most))] : long;
    });
  },
});

/** Of the whole key, for every engine. */
const most = 3072;

const words = (bytes: number, limit: number) =>
  [`${bytes} bytes; at most ${limit}.`, `${bytes} 字节，上限为 ${limit}。`] as const;

/** 0 where it is not known. */
function bytesOfPart({ part, column }: WrittenPart, table: TableModel, dialect: Dialect): number {
  if (column?.type === undefined) return 0;
  const isMeasured = ['VARCHAR', 'CHAR', 'VARBINARY', 'BINARY'].includes(column.type.name) || part.length !== undefined;
  if (!isMeasured) return isTextType(column.type) ? 0 : (bytesOfColumn(column, table) ?? 0);
  const length = part.length ?? sizeOf(column.type) ?? 1;
  const charset = charsetOfColumn(column, table) ?? (table.isWhole ? defaultCharset(dialect) : undefined);
  return length * (isTextType(column.type) ? (bytesPerCharacter(charset) ?? 1) : 1);
}
