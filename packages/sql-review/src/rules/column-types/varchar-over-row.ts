import type { DataType } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { bytesPerCharacter, defaultCharset } from '../../schema/column-bytes.ts';
import { readColumn, readTable } from '../../schema/read-table.ts';
import { sizeOf } from '../../tree/calls.ts';
import { typeNameOf } from '../../tree/types.ts';

export const varcharOverRow = defineRule({
  id: 'varchar-over-row',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'A VARCHAR of utf8mb4 holds at most 16,383 characters: the server refuses it, or makes it a TEXT.',
    zh: 'utf8mb4 的 VARCHAR 最多 16,383 个字符：超过会被拒绝或转为 TEXT。',
  },
  on: ['column-definition'],
  check: ({ type, ...column }, context) => {
    const size = sizeOf(type);
    if (!type || size === undefined || !['VARCHAR', 'VARBINARY'].includes(typeNameOf(type))) return undefined;
    const own = readColumn({ type, ...column }).charset;
    const width = isBytes(type) ? 1 : bytesPerCharacter(own ?? charsetOfTable(context));
    const most = Math.floor(65_535 / (width ?? 1));
    return (
      size > most &&
      at(type, `${type.name}(${size}) does not fit: ${most} at most.`, `${type.name}(${size}) 超过上限：最多 ${most}。`)
    );
  },
});

const isBytes = (type: DataType): boolean => typeNameOf(type) === 'VARBINARY';

/** The set of the table the column is in. What nobody knows of an altered table may be one of one byte. */
function charsetOfTable({ statement, schema, dialect }: Context): string | undefined {
  if (statement.kind === 'create-table') return readTable(statement).charset ?? defaultCharset(dialect);
  const table = statement.kind === 'alter-table' ? schema.tableOf(statement.name) : undefined;
  return table ? (table.charset ?? defaultCharset(dialect)) : 'latin1';
}
