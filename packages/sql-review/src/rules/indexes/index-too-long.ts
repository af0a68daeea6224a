import { at, defineRule } from '../../rule.ts';
import { bytesPerCharacter, charsetOfColumn, defaultCharset } from '../../schema/column-bytes.ts';
import { readTable } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';
import { sizeOf } from '../../tree/calls.ts';
import { isTextType } from '../../tree/keys.ts';

export const indexTooLong = defineRule({
  id: 'index-too-long',
  grade: 'E',
  theme: 'indexes',
  why: {
    en: 'A key is at most 3,072 bytes for DYNAMIC rows and 767 for COMPACT ones (error 1071).',
    zh: 'DYNAMIC 行格式下索引列最长 3,072 字节，COMPACT 下最长 767 字节（错误 1071）。',
  },
  on: ['create-table'],
  check: (statement, { dialect }) => {
    const table = readTable(statement);
    const limit = table.rowFormat === 'COMPACT' || table.rowFormat === 'REDUNDANT' ? 767 : 3072;
    return statement.elements.flatMap((element) => {
      if (element.kind !== 'index-definition' || element.type === 'FULLTEXT' || element.type === 'SPATIAL') return [];
      return element.parts.flatMap((part) => {
        const column = table.columns.find(({ name }) => isSame(name, part.column?.name));
        const width =
          column?.type && isTextType(column.type)
            ? bytesPerCharacter(charsetOfColumn(column, table) ?? defaultCharset(dialect))
            : 1;
        const length = part.length ? Number(part.length.value) : sizeOf(column?.type);
        const isMeasured =
          column?.type && (['VARCHAR', 'CHAR', 'VARBINARY', 'BINARY'].includes(column.type.name) || part.length);
        const bytes = isMeasured && width !== undefined && length !== undefined ? width * length : 0;
        return bytes > limit ? [at(part, `${bytes} bytes; at most ${limit}.`, `${bytes} 字节，上限为 ${limit}。`)] : [];
      });
    });
  },
});
