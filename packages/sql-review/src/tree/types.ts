import type { DataType } from '@myriad/sql';
import { sizeOf } from './calls.ts';

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

export const isNumberType = (type: DataType): boolean => numbers.has(type.name);

/** Lowest and highest value of a whole number; exact up to 32 bits, near enough for 64. */
export function rangeOf(type: DataType): readonly [number, number] | undefined {
  const width = bits[type.name];
  if (width === undefined) return undefined;
  return type.unsigned ? [0, 2 ** width - 1] : [-(2 ** (width - 1)), 2 ** (width - 1) - 1];
}

/** INTEGER is INT, NUMERIC is DECIMAL, BOOL is TINYINT. */
export function plainType({ name }: DataType): string {
  if (name === 'INTEGER') return 'INT';
  if (name === 'NUMERIC') return 'DECIMAL';
  return name === 'BOOL' || name === 'BOOLEAN' ? 'TINYINT' : name;
}

export const typeText = (type: DataType): string =>
  `${type.name}${isNumberType(type) && type.unsigned ? ' UNSIGNED' : ''}`;

/** Whether some value of the old type cannot be a value of the new one, where both are of one family. */
export function isNarrower(fresh: DataType, old: DataType): boolean {
  const [now, before] = [rangeOf(fresh), rangeOf(old)];
  if (now && before) return now[0] > before[0] || now[1] < before[1];
  if (plainType(fresh) !== plainType(old)) return false;
  const [size, oldSize] = [sizeOf(fresh), sizeOf(old)];
  if (size === undefined || oldSize === undefined) return false;
  if (plainType(old) !== 'DECIMAL') return size < oldSize;
  const [scale, oldScale] = [sizeOf(fresh, 1) ?? 0, sizeOf(old, 1) ?? 0];
  return size - scale < oldSize - oldScale || scale < oldScale;
}
