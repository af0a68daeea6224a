import { bytesOfColumn, bytesPerCharacter, charsetOfColumn } from '../schema/column-bytes.ts';
import { columnNamed, type IndexModel, type IndexPartModel, primaryKeyOf, type TableModel } from '../schema/table.ts';
import { sizeOf } from '../tree/calls.ts';
import { isTextType } from '../tree/keys.ts';

/** Bytes of an expression over a text, which has no declared length of its own. */
const expressionBytes = 256;

/** Most bytes a part of a key may take; `undefined` where its column is not known. */
export function keyBytesOf(
  { column: name, expression, length }: IndexPartModel,
  table: TableModel,
): number | undefined {
  if (expression !== undefined) return expressionBytes;
  const column = name === undefined ? undefined : columnNamed(table, name);
  if (column?.type === undefined) return undefined;
  const width = isTextType(column.type) ? (bytesPerCharacter(charsetOfColumn(column, table)) ?? 4) : 1;
  if (length !== undefined) return length * width;
  // The bytes that hold the length, and the one for NULL, are not counted against the limit.
  const isText = ['CHAR', 'VARCHAR', 'BINARY', 'VARBINARY'].includes(column.type.name);
  return isText ? (sizeOf(column.type) ?? 1) * width : (bytesOfColumn(column, table) ?? 8);
}

/** Share of its longest that a text has, and of a page that is filled: between what is kept and what could be. */
const [textShare, pageShare, entryHeader] = [0.3, 0.7, 10];

/** Bytes an index takes on so many rows: an estimate, by half or double. */
export function indexBytesOf({ parts }: IndexModel, table: TableModel, rows: number): number {
  const key = [...parts, ...(primaryKeyOf(table)?.parts ?? [])].reduce((sum, part) => sum + usualBytes(part, table), 0);
  return Math.round((rows * (key + entryHeader)) / pageShare);
}

function usualBytes(part: IndexPartModel, table: TableModel): number {
  const bytes = keyBytesOf(part, table) ?? 8;
  const column = part.column === undefined ? undefined : columnNamed(table, part.column);
  return column?.type && isTextType(column.type) ? Math.max(4, bytes * textShare) : bytes;
}
