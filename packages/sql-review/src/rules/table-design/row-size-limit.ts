import { at, defineRule } from '../../rule.ts';
import { bytesOfColumn, defaultCharset } from '../../schema/column-bytes.ts';
import { readIndexChange } from '../../schema/written-indexes.ts';

export const rowSizeLimit = defineRule({
  id: 'row-size-limit',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'A row, without TEXT and BLOB, is at most 65,535 bytes: the server refuses a wider table (error 1118).',
    zh: '除 TEXT、BLOB 外，一行最多 65,535 字节，超过时会失败（错误 1118）。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { dialect, schema }) => {
    const widens =
      statement.kind === 'create-table' ||
      statement.actions.some(({ kind }) => ['add-columns', 'change-column', 'convert-charset'].includes(kind));
    if (!widens) return undefined;
    const { after } = readIndexChange(statement, schema);
    const table = { ...after, charset: after.charset ?? (after.isWhole ? defaultCharset(dialect) : undefined) };
    const bytes = table.columns.reduce((sum, column) => sum + (bytesOfColumn(column, table) ?? 0), 0);
    return bytes > 65_535 && at(statement.name, `Rows of up to ${bytes} bytes.`, `行长度可达 ${bytes} 字节。`);
  },
});
