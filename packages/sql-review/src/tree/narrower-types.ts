import type { DataType } from '@myriad/sql';
import { sizeOf, stringIn } from './calls.ts';
import { isIntegerType, isUnsigned, rangeOf, typeNameOf } from './types.ts';

/** Whether some value of the old type cannot be a value of the new one, or loses a part of itself on the way. */
export function isNarrower(fresh: DataType, old: DataType): boolean {
  if (old.values.length > 0 && fresh.values.length > 0) return losesValue(fresh, old);
  if (isNumeric(old) && isNumeric(fresh)) return isNarrowerNumber(fresh, old);
  const [time, oldTime] = [temporal[typeNameOf(fresh)], temporal[typeNameOf(old)]];
  if (time !== undefined && oldTime !== undefined)
    return [...oldTime].some((part) => !time.includes(part)) || (sizeOf(fresh) ?? 0) < (sizeOf(old) ?? 0);
  const room = roomOf(fresh);
  const oldRoom = roomOf(old) ?? digitsOf(old);
  return room !== undefined && oldRoom !== undefined && room < oldRoom;
}

function losesValue(fresh: DataType, old: DataType): boolean {
  const values = new Set(fresh.values.map((value) => stringIn(value)?.toLowerCase()));
  return old.values.some((value) => !values.has(stringIn(value)?.toLowerCase()));
}

const isNumeric = (type: DataType): boolean =>
  isIntegerType(type) || ['DECIMAL', 'FLOAT', 'DOUBLE'].includes(typeNameOf(type));

function isNarrowerNumber(fresh: DataType, old: DataType): boolean {
  const [now, before] = [rangeOf(fresh), rangeOf(old)];
  if (now && before) return now[0] > before[0] || now[1] < before[1];
  if (isUnsigned(fresh) && !isUnsigned(old)) return true;
  const [name, oldName] = [typeNameOf(fresh), typeNameOf(old)];
  if (name === 'DOUBLE' || name === 'FLOAT') {
    const exact = name === 'DOUBLE' ? 2 ** 53 : 2 ** 24;
    return before ? before[1] > exact : name === 'FLOAT' && oldName === 'DOUBLE';
  }
  if (oldName === 'DOUBLE' || oldName === 'FLOAT') return true;
  // One of them is a DECIMAL: digits before the point, and behind it.
  const [whole, scale] = digitsAroundPoint(fresh);
  const [oldWhole, oldScale] = digitsAroundPoint(old);
  return whole < oldWhole || scale < oldScale;
}

function digitsAroundPoint(type: DataType): readonly [number, number] {
  const range = rangeOf(type);
  // A DECIMAL holds an INT when it holds its highest value; an INT a DECIMAL of one digit less.
  if (range) return [Math.log10(range[1]), 0];
  const scale = sizeOf(type, 1) ?? 0;
  return [(sizeOf(type) ?? 10) - scale, scale];
}

/** What a value tells: y the year, d the day, t the time, a that any year may be. */
const temporal: Readonly<Partial<Record<string, string>>> = {
  DATE: 'yda', DATETIME: 'ydat', TIMESTAMP: 'ydt', TIME: 't', YEAR: 'y',
}; // biome-ignore format: a table

const longest: Readonly<Partial<Record<string, number>>> = {
  TINYTEXT: 255, TINYBLOB: 255, TEXT: 65_535, BLOB: 65_535, MEDIUMTEXT: 16_777_215, MEDIUMBLOB: 16_777_215,
  LONGTEXT: 4_294_967_295, LONGBLOB: 4_294_967_295, JSON: 4_294_967_295,
}; // biome-ignore format: a table

/** Characters or bytes. */
function roomOf(type: DataType): number | undefined {
  const name = typeNameOf(type);
  if (name === 'CHAR' || name === 'BINARY') return sizeOf(type) ?? 1;
  return name === 'VARCHAR' || name === 'VARBINARY' ? sizeOf(type) : longest[name];
}

/** Of a number as a text. */
function digitsOf(type: DataType): number | undefined {
  const range = rangeOf(type);
  return range && Math.max(...range.map((end) => String(BigInt(Math.round(end))).length));
}
