import type { DataType } from '@myriad/sql';

const bits: Readonly<Record<string, number>> = {
  TINYINT: 8, BOOL: 8, BOOLEAN: 8, SMALLINT: 16, MEDIUMINT: 24, INT: 32, INTEGER: 32, BIGINT: 64,
}; // biome-ignore format: a table

const numbers: ReadonlySet<string> = new Set([
  ...Object.keys(bits),
  'SERIAL',
  'DECIMAL',
  'NUMERIC',
  'FLOAT',
  'DOUBLE',
  'REAL',
]);

/** Other names of a type, as servers resolve them. */
const synonyms: Readonly<Partial<Record<string, string>>> = {
  INTEGER: 'INT', INT4: 'INT', INT1: 'TINYINT', INT2: 'SMALLINT', INT3: 'MEDIUMINT', MIDDLEINT: 'MEDIUMINT', INT8: 'BIGINT',
  BOOL: 'TINYINT', BOOLEAN: 'TINYINT', NUMERIC: 'DECIMAL', DEC: 'DECIMAL', FIXED: 'DECIMAL', NUMBER: 'DECIMAL',
  FLOAT4: 'FLOAT', FLOAT8: 'DOUBLE', REAL: 'DOUBLE', 'DOUBLE PRECISION': 'DOUBLE', LONG: 'MEDIUMTEXT',
  'LONG VARBINARY': 'MEDIUMBLOB', CLOB: 'LONGTEXT', RAW: 'VARBINARY', GEOMCOLLECTION: 'GEOMETRYCOLLECTION',
}; // biome-ignore format: a table

const kept = new Map<string, string>();

/** The name the server keeps: INT for INT4, VARCHAR for NATIONAL CHARACTER VARYING. SERIAL stays what it is. */
export function typeNameOf({ name }: DataType): string {
  const known = kept.get(name) ?? resolved(name);
  // MariaDB takes any word as a type: a script does not fill the memory with them.
  if (kept.size < 200) kept.set(name, known);
  return known;
}

function resolved(name: string): string {
  const known = synonyms[name];
  if (known !== undefined) return known;
  if (name.startsWith('LONG ')) return 'MEDIUMTEXT';
  if (name.includes('VARYING') || name.includes('VARCHAR')) return 'VARCHAR';
  return name.includes('CHAR') ? 'CHAR' : name;
}

export const isIntegerType = (type: DataType): boolean =>
  type.name === 'SERIAL' || bits[typeNameOf(type)] !== undefined;

const spatial: ReadonlySet<string> = new Set([
  'GEOMETRY', 'POINT', 'LINESTRING', 'POLYGON', 'MULTIPOINT', 'MULTILINESTRING', 'MULTIPOLYGON', 'GEOMETRYCOLLECTION',
]); // biome-ignore format: a list

export const isSpatialType = (type: DataType | undefined): boolean =>
  type !== undefined && spatial.has(typeNameOf(type));

/** ZEROFILL brings UNSIGNED with it, and so does SERIAL. */
export const isUnsigned = ({ name, unsigned, zerofill }: DataType): boolean =>
  unsigned || zerofill || name === 'SERIAL';

export const isNumberType = (type: DataType): boolean => numbers.has(typeNameOf(type));

/** Lowest and highest value of a whole number; exact up to 32 bits, near enough for 64. */
export function rangeOf(type: DataType): readonly [number, number] | undefined {
  const width = bits[type.name === 'SERIAL' ? 'BIGINT' : typeNameOf(type)];
  if (width === undefined) return undefined;
  return isUnsigned(type) ? [0, 2 ** width - 1] : [-(2 ** (width - 1)), 2 ** (width - 1) - 1];
}

/** INTEGER is INT, NUMERIC is DECIMAL, BOOL is TINYINT. */
export function plainType({ name }: DataType): string {
  if (name === 'INTEGER') return 'INT';
  if (name === 'NUMERIC') return 'DECIMAL';
  return name === 'BOOL' || name === 'BOOLEAN' ? 'TINYINT' : name;
}

export const typeText = (type: DataType): string =>
  `${type.name}${isNumberType(type) && type.unsigned ? ' UNSIGNED' : ''}`;
