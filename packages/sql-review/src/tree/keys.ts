import type { CreateTable, DataType, Identifier, TableElement } from '@myriad/sql';
import { isPrimaryColumn } from '../schema/read-table.ts';

/** A primary key, or a column that is one. */
export const isPrimaryElement = (element: TableElement): boolean =>
  element.kind === 'index-definition'
    ? element.type === 'PRIMARY KEY'
    : element.kind === 'column-definition' && isPrimaryColumn(element);

/** The columns of the primary key, where they are named. */
export function keyColumnsOf({ elements }: CreateTable): readonly Identifier[] {
  const key = elements.find(isPrimaryElement);
  if (key?.kind === 'column-definition') return [key.name];
  return key?.kind === 'index-definition' ? key.parts.flatMap(({ column }) => column ?? []) : [];
}

const long: ReadonlySet<string> = new Set([
  'TINYTEXT', 'TEXT', 'MEDIUMTEXT', 'LONGTEXT', 'TINYBLOB', 'BLOB', 'MEDIUMBLOB', 'LONGBLOB', 'JSON', 'LONG', 'LONG VARCHAR',
  'LONG VARBINARY', 'LONG CHAR VARYING', 'LONG CHARACTER VARYING', 'LONG VARCHARACTER', 'CLOB',
]); // biome-ignore format: a list

/** Kept outside of the row, mostly. */
export const isLongType = (type: DataType | undefined): boolean => type !== undefined && long.has(type.name);

/** Holds characters, so that it has a character set. */
export const isTextType = (type: DataType | undefined): boolean =>
  type !== undefined &&
  (type.name.includes('CHAR') || type.name.includes('TEXT') || type.name === 'ENUM' || type.name === 'SET') &&
  !type.name.includes('BINARY');
