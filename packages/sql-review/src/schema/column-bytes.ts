import type { Dialect } from '@myriad/sql';
import { sizeOf } from '../tree/calls.ts';
import type { ColumnModel, TableModel } from './table.ts';

const fixed: Readonly<Record<string, number>> = {
  TINYINT: 1, BOOL: 1, BOOLEAN: 1, SMALLINT: 2, MEDIUMINT: 3, INT: 4, INTEGER: 4, BIGINT: 8, SERIAL: 8, FLOAT: 4, DOUBLE: 8,
  REAL: 8, DATE: 3, TIME: 3, DATETIME: 5, TIMESTAMP: 4, YEAR: 1,
}; // biome-ignore format: a table

/** The set of a table that names none, where the server is as it was delivered; `undefined`: one byte, or not known. */
export const defaultCharset = ({ flavour, versionNumber }: Dialect): string | undefined =>
  versionNumber >= (flavour === 'mysql' ? 80_001 : 110_600) ? 'utf8mb4' : undefined;

/** Bytes a character may take. */
export function bytesPerCharacter(charset: string | undefined): number | undefined {
  if (charset === undefined) return undefined;
  if (
    ['latin1', 'ascii', 'binary', 'latin2', 'cp1250', 'cp1251', 'cp1252', 'koi8r', 'greek', 'hebrew'].includes(charset)
  )
    return 1;
  if (charset === 'utf8' || charset === 'utf8mb3') return 3;
  if (['utf8mb4', 'utf16', 'utf16le', 'utf32', 'gb18030'].includes(charset)) return 4;
  return ['gbk', 'gb2312', 'big5', 'sjis', 'cp932', 'euckr', 'ucs2'].includes(charset) ? 2 : undefined;
}

export const charsetOfColumn = (column: ColumnModel, table: TableModel): string | undefined =>
  column.charset ?? table.charset;

/** Most bytes a value takes in its row; `undefined` where that is not known. What is kept outside counts as 12. */
export function bytesOfColumn(column: ColumnModel, table: TableModel): number | undefined {
  const { type } = column;
  if (type === undefined) return undefined;
  const own = fixed[type.name];
  if (own !== undefined) return own;
  const size = sizeOf(type);
  if (type.name === 'VARBINARY' || type.name === 'BINARY') return size ?? 1;
  if (type.name === 'CHAR' || type.name === 'VARCHAR') {
    const width = bytesPerCharacter(charsetOfColumn(column, table));
    return width === undefined ? undefined : (size ?? 1) * width + (type.name === 'VARCHAR' ? 2 : 0);
  }
  if (type.name === 'DECIMAL' || type.name === 'NUMERIC') return Math.ceil((size ?? 10) / 2) + 1;
  return type.name.includes('TEXT') || type.name.includes('BLOB') || type.name === 'JSON' ? 12 : undefined;
}
