import type { Dialect, Expression } from '@myriad/sql';
import { defaultCollation } from '../predict/column-changes.ts';
import { charsetOfCollation } from '../schema/read-table.ts';
import type { ColumnModel, TableModel } from '../schema/table.ts';
import { bare } from '../tree/conditions.ts';
import { isTextType } from '../tree/keys.ts';
import { isNumberType } from '../tree/types.ts';
import type { Words } from '../words.ts';
import type { Ref } from './block.ts';

/** The collation a column compares by; `undefined` where the definition leaves it to the server. */
export function collationOf(column: ColumnModel, table: TableModel, dialect: Dialect): string | undefined {
  if (column.collation !== undefined) return column.collation;
  if (column.charset !== undefined) return defaultOf(column.charset, dialect);
  return table.collation ?? (table.charset === undefined ? undefined : defaultOf(table.charset, dialect));
}

const defaultOf = (charset: string, dialect: Dialect): string =>
  defaultCollation(charset === 'utf8' ? 'utf8mb3' : charset, dialect);

/** Why an index over a column cannot be used to compare it with a value; `undefined`: it can. */
export function refusalOf(
  { column, relation }: Ref,
  value: Expression,
  other: Ref | undefined,
  dialect: Dialect,
): Words | undefined {
  const { table } = relation;
  if (table === undefined || column.type === undefined) return unknownType(column.name);
  const type = column.type.name;
  if (type === 'JSON' || geometric.has(type)) return noOrder(column.name, type);
  if (!isTextType(column.type)) return undefined;
  if (other !== undefined) return refusalOfJoin({ column, relation }, table, other, dialect);
  const inner = bare(value);
  const isNumber =
    (inner.kind === 'literal' && numeric.has(inner.type)) ||
    (inner.kind === 'unary' && inner.operator === '-') ||
    (inner.kind === 'cast' && isNumberType(inner.type));
  if (isNumber) return conversion(column.name);
  if (inner.kind === 'binary' && inner.operator === 'COLLATE' && inner.right.kind === 'column') {
    const own = collationOf(column, table, dialect);
    const asked = inner.right.name.name.toLowerCase();
    if (own !== undefined && own !== asked) return collated(column.name, own, asked);
  }
  return undefined;
}

function refusalOfJoin({ column }: Ref, table: TableModel, other: Ref, dialect: Dialect): Words | undefined {
  if (other.column.type === undefined || other.relation.table === undefined) return unknownType(other.column.name);
  if (!isTextType(other.column.type)) return conversion(column.name);
  const [own, theirs] = [collationOf(column, table, dialect), collationOf(other.column, other.relation.table, dialect)];
  if (own === undefined || theirs === undefined || own === theirs) return undefined;
  const [a, b] = [charsetOfCollation(own), charsetOfCollation(theirs)];
  // The wider set wins, and inside one set its binary collation; the column that has it is compared as it is.
  if (a !== b && a === 'utf8mb4') return undefined;
  if (a === b && own.endsWith('_bin')) return undefined;
  return collated(column.name, own, theirs);
}

const numeric: ReadonlySet<string> = new Set(['integer', 'decimal', 'float', 'boolean']);
const geometric: ReadonlySet<string> = new Set([
  'GEOMETRY', 'POINT', 'LINESTRING', 'POLYGON', 'MULTIPOINT', 'MULTILINESTRING', 'MULTIPOLYGON', 'GEOMETRYCOLLECTION', 'VECTOR',
]); // biome-ignore format: a list

const unknownType = (name: string): Words => ({ en: `The type of ${name} is not known.`, zh: `${name} 的类型未知。` });
const noOrder = (name: string, type: string): Words => ({
  en: `${name} is ${type}, which an ordinary index cannot hold.`,
  zh: `${name} 的类型为 ${type}，无法建立普通索引。`,
});
const conversion = (name: string): Words => ({
  en: `${name} is a text compared with a number: each row is converted, and no index helps. Put the value in quotes, or give both columns one type.`,
  zh: `${name} 是字符列却与数字比较：逐行转换，任何索引都用不上。请给值加引号，或统一两列的类型。`,
});
const collated = (name: string, own: string, asked: string): Words => ({
  en: `${name} has the collation ${own} but is compared by ${asked}: no index helps until both are one.`,
  zh: `${name} 的排序规则为 ${own}，比较时使用 ${asked}：两者统一之前索引无法使用。`,
});
