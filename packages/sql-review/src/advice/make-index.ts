import type { Dialect } from '@myriad/sql';
import { bytesPerCharacter, charsetOfColumn } from '../schema/column-bytes.ts';
import {
  columnNamed,
  type IndexModel,
  type IndexPartModel,
  isSame,
  primaryKeyOf,
  type TableModel,
} from '../schema/table.ts';
import { sizeOf } from '../tree/calls.ts';
import { isLongType, isTextType } from '../tree/keys.ts';
import { keyBytesOf } from './key-bytes.ts';

/** One part that is wanted: a column with its direction, or an expression. */
export type WantedPart = Pick<IndexPartModel, 'column' | 'expression' | 'isDescending'>;

/** What InnoDB takes: columns of an index, bytes of it all, and of one column in the older row formats. */
const most = { parts: 16, bytes: 3072, oldBytes: 767 } as const;
/** Characters of a long text that are kept: enough to tell most values apart. */
const longTextPrefix = 64;

/** An index the server would take; `undefined`: none of these parts can be had. Parts that do not fit are left out at the end. */
export function makeIndex(table: TableModel, wanted: readonly WantedPart[], dialect: Dialect): IndexModel | undefined {
  const parts: IndexPartModel[] = [];
  let bytes = 0;
  for (const one of withoutKey(table, wanted).slice(0, most.parts)) {
    const part = fitted(table, one, dialect);
    if (part === undefined) break;
    const width = keyBytesOf(part, table);
    if (width === undefined || bytes + width > most.bytes) break;
    bytes += width;
    parts.push(part);
    // Behind a prefix nothing is found or sorted by the index.
    if (part.length !== undefined) break;
  }
  if (parts.length === 0) return undefined;
  return { name: nameOf(table, parts), type: 'INDEX', parts, isVisible: true, comment: undefined, parser: undefined };
}

/** InnoDB keeps the primary key behind every index: at the end it need not be named. */
function withoutKey(table: TableModel, wanted: readonly WantedPart[]): readonly WantedPart[] {
  const primary = primaryKeyOf(table)?.parts.map(({ column }) => column) ?? [];
  const isInnodb = table.engine === undefined || table.engine === 'INNODB';
  if (!isInnodb || wanted.some(({ isDescending }) => isDescending)) return wanted;
  for (let length = Math.min(primary.length, wanted.length); length > 0; length -= 1) {
    const tail = wanted.slice(-length);
    if (tail.every(({ column }, at) => column !== undefined && isSame(column, primary[at])))
      return wanted.slice(0, -length);
  }
  return wanted;
}

function fitted(
  table: TableModel,
  { column: name, expression, isDescending }: WantedPart,
  dialect: Dialect,
): IndexPartModel | undefined {
  const bare = { column: name, expression, length: undefined, isDescending };
  if (expression !== undefined) return bare;
  const column = name === undefined ? undefined : columnNamed(table, name);
  const type = column?.type;
  if (column === undefined || type === undefined || unindexed.has(type.name) || column.isCompressed) return undefined;
  // MariaDB before 10.2 and MySQL before 5.7 are not asked for.
  if (column.generated === 'VIRTUAL' && dialect.flavour === 'mariadb' && dialect.versionNumber < 100_203)
    return undefined;
  const isWide = ['CHAR', 'VARCHAR', 'BINARY', 'VARBINARY'].includes(type.name);
  if (!isWide && !isLongType(type)) return bare;
  const width = isTextType(type) ? (bytesPerCharacter(charsetOfColumn(column, table)) ?? 4) : 1;
  const isOld = table.rowFormat === 'COMPACT' || table.rowFormat === 'REDUNDANT';
  const longest = Math.floor((isOld ? most.oldBytes : most.bytes) / width);
  if (isLongType(type)) return { ...bare, length: Math.min(longTextPrefix, longest) };
  return (sizeOf(type) ?? 1) <= longest ? bare : { ...bare, length: Math.min(longest, 191) };
}

const unindexed: ReadonlySet<string> = new Set([
  'JSON', 'GEOMETRY', 'POINT', 'LINESTRING', 'POLYGON', 'MULTIPOINT', 'MULTILINESTRING', 'MULTIPOLYGON', 'GEOMETRYCOLLECTION', 'VECTOR',
]); // biome-ignore format: a list

const longestName = 64;

/** idx_ and the columns; a number behind it where that is taken. */
function nameOf({ indexes }: TableModel, parts: readonly IndexPartModel[]): string {
  const words = parts.map(
    ({ column, expression, isDescending }) =>
      (column && `${column}${isDescending ? '_desc' : ''}`) ??
      (expression?.kind === 'call' ? `${expression.name.toLowerCase()}_expr` : 'expr'),
  );
  const whole = `idx_${words.join('_')}`.slice(0, longestName - 3);
  const isTaken = (name: string) => indexes.some((one) => isSame(one.name, name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? whole : `${whole}_${number}`;
    if (!isTaken(name)) return name;
  }
}
