import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';
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
  on: ['create-table'],
  check: (statement) => {
    const { columns } = readTable(statement);
    return statement.elements.flatMap((element) => {
      if (element.kind !== 'index-definition' || element.type === 'FULLTEXT' || element.type === 'SPATIAL') return [];
      return element.parts
        .filter(
          ({ column, length }) =>
            column && !length && isLongType(columns.find(({ name }) => isSame(name, column.name))?.type),
        )
        .map((part) => at(part, 'Name the length of the prefix.', '请指定前缀长度。'));
    });
  },
});
