import type { DataType, RowField } from '../ast/data-type.ts';
import type { Expression } from '../ast/expression.ts';
import { TokenType } from '../lexer/tokens.ts';
import {
  accept,
  acceptAll,
  type Cursor,
  deeper,
  endOf,
  expect,
  fail,
  is,
  isAhead,
  listOf,
  refuse,
  type Sign,
  signOf,
  startOf,
  textOf,
  typeOf,
} from './cursor.ts';
import { parseInteger, parseTextOrBytes } from './literals.ts';
import { isName, parseCharsetName, parseName } from './names.ts';

type Sizes = 'none' | 'length' | 'precision' | 'values';

interface Shape {
  readonly sizes: Sizes;
  /** The length must be there. */
  readonly needed?: true;
  readonly number?: true;
  readonly text?: true;
}

const integer: Shape = { sizes: 'length', number: true };
const real: Shape = { sizes: 'precision', number: true };
const text: Shape = { sizes: 'length', text: true };
const bytes: Shape = { sizes: 'length' };
const plain: Shape = { sizes: 'none' };

const shapes: Readonly<Partial<Record<string, Shape>>> = {
  TINYINT: integer, SMALLINT: integer, MEDIUMINT: integer, INT: integer, INTEGER: integer, BIGINT: integer, INT1: integer,
  INT2: integer, INT3: integer, INT4: integer, INT8: integer, MIDDLEINT: integer, BOOL: plain, BOOLEAN: plain, SERIAL: plain,
  DECIMAL: real, DEC: real, NUMERIC: real, FIXED: real, FLOAT: real, FLOAT4: real, FLOAT8: real, DOUBLE: real, REAL: real,
  BIT: bytes, CHAR: text, CHARACTER: text, NCHAR: text, NATIONAL: text, VARCHAR: { ...text, needed: true },
  VARCHARACTER: { ...text, needed: true }, NVARCHAR: { ...text, needed: true }, BINARY: bytes, VARBINARY: { ...bytes, needed: true },
  TINYTEXT: { sizes: 'none', text: true }, TEXT: text, MEDIUMTEXT: { sizes: 'none', text: true },
  LONGTEXT: { sizes: 'none', text: true }, LONG: { sizes: 'none', text: true }, TINYBLOB: plain, BLOB: bytes, MEDIUMBLOB: plain,
  LONGBLOB: plain, ENUM: { sizes: 'values', text: true }, SET: { sizes: 'values', text: true }, DATE: plain, TIME: bytes,
  DATETIME: bytes, TIMESTAMP: bytes, YEAR: integer, JSON: plain, GEOMETRY: plain, GEOMETRYCOLLECTION: plain,
  GEOMCOLLECTION: plain, POINT: plain, LINESTRING: plain, POLYGON: plain, MULTIPOINT: plain, MULTILINESTRING: plain,
  MULTIPOLYGON: plain, VECTOR: bytes,
}; // biome-ignore format: a table

const mariadbShapes: Readonly<Partial<Record<string, Shape>>> = {
  UUID: plain, INET4: plain, INET6: plain, VARCHAR2: { ...text, needed: true }, NUMBER: real, RAW: bytes, CLOB: plain, XMLTYPE: plain,
}; // biome-ignore format: a table

/** What CAST and CONVERT name beside a part of the types. */
const mysqlCasts: ReadonlySet<string> = new Set(
  (
    'BINARY CHAR NCHAR NATIONAL SIGNED UNSIGNED DATE TIME DATETIME TIMESTAMP YEAR DECIMAL JSON REAL DOUBLE FLOAT POINT LINESTRING ' +
    'POLYGON MULTIPOINT MULTILINESTRING MULTIPOLYGON GEOMETRYCOLLECTION GEOMCOLLECTION VECTOR'
  ).split(' '),
);

function findShape(p: Cursor, sign: string): Shape | undefined {
  if (sign === 'VECTOR') return p.mariadb ? shapes.VECTOR : p.version >= 90_000 ? shapes.VECTOR : undefined;
  return shapes[sign] ?? (p.mariadb ? mariadbShapes[sign] : undefined);
}

/** Whether a type can start here. */
export const startsDataType = (p: Cursor): boolean => findShape(p, signOf(p)) !== undefined || isTypeOf(p);

/** Whether a length must stand where types of columns need one; parameters of ORACLE mode take it from the argument. */
type Lengths = 'needed' | 'open';

/** The type of a parameter or of what a function returns, in ORACLE mode: VARCHAR without a length too. */
export const parseOpenType = (p: Cursor): DataType => parseTypeWith(p, 'open');

/** The type of a column, a parameter or a variable. */
export const parseDataType = (p: Cursor): DataType => parseTypeWith(p, 'needed');

function parseTypeWith(p: Cursor, lengths: Lengths): DataType {
  const start = startOf(p);
  if (isTypeOf(p)) return parseTypeOf(p, start);
  const sign = signOf(p);
  if (p.mariadb && sign === 'ROW' && isAhead(p, 1, '(')) return parseRowType(p, start);
  if (p.mariadb && isAhead(p, 1, '.')) {
    const schema = parseName(p, 'a type').name;
    p.at += 1;
    // Behind a dot a word is a name to the lexer.
    const name = textOf(p).toUpperCase();
    const inside = findShape(p, name);
    if (inside !== undefined) p.at += 1;
    const type = inside === undefined ? parseForeignType(p, start) : finishType(p, start, name, inside, lengths);
    return { ...type, schema };
  }
  const shape = findShape(p, sign);
  if (shape === undefined) return parseForeignType(p, start);
  p.at += 1;
  return finishType(p, start, sign, shape, lengths);
}

/** The type in CAST(x AS type). */
export function parseCastType(p: Cursor): DataType {
  const start = startOf(p);
  const sign = signOf(p);
  if (sign === 'SIGNED' || sign === 'UNSIGNED') {
    p.at += 1;
    const integerWord = accept(p, 'INTEGER') ? ' INTEGER' : accept(p, 'INT') ? ' INT' : '';
    return makeType(p, start, sign + integerWord, { unsigned: sign === 'UNSIGNED' });
  }
  if (p.mysql && !mysqlCasts.has(sign)) fail(p, 'a type');
  const shape = findShape(p, sign);
  if (shape === undefined) return p.mariadb ? parseDataType(p) : fail(p, 'a type');
  p.at += 1;
  if (p.mysql && is(p, '(') && (sign === 'DOUBLE' || sign === 'REAL')) fail(p, 'a type without length');
  const type = finishType(p, start, sign, shape.text ? shape : { sizes: shape.sizes });
  return p.mysql && sign === 'FLOAT' && type.sizes.length > 1 ? refuse(p, type, 'FLOAT takes one number here') : type;
}

/** MariaDB's plugins bring types; MySQL has none beside those of the grammar. */
function parseForeignType(p: Cursor, start: number): DataType {
  if (p.mysql || !isName(p)) return fail(p, 'a type');
  const name = parseName(p, 'a type').name.toUpperCase();
  return finishType(p, start, name, bytes);
}

const secondWords: Readonly<Partial<Record<string, readonly (readonly Sign[])[]>>> = {
  DOUBLE: [['PRECISION']],
  CHAR: [['VARYING']],
  CHARACTER: [['VARYING']],
  NCHAR: [['VARYING'], ['VARCHAR'], ['VARCHARACTER']],
  NATIONAL: [['CHAR', 'VARYING'], ['CHARACTER', 'VARYING'], ['CHAR'], ['CHARACTER'], ['VARCHAR'], ['VARCHARACTER']],
  LONG: [['CHAR', 'VARYING'], ['CHARACTER', 'VARYING'], ['VARCHAR'], ['VARCHARACTER'], ['VARBINARY']],
};

function finishType(p: Cursor, start: number, sign: string, shape: Shape, lengths: Lengths = 'needed'): DataType {
  const more = secondWords[sign]?.find((words) => acceptAll(p, ...words));
  const name = more === undefined ? sign : `${sign} ${more.join(' ')}`;
  const long = shape.needed ?? (name.includes('VAR') && sign !== 'LONG' && shape.text === true);
  const needed = long && lengths === 'needed';
  const sizes = shape.sizes === 'none' || shape.sizes === 'values' ? [] : parseSizes(p, shape.sizes, needed);
  const values = shape.sizes === 'values' ? parseValues(p) : [];
  let [unsigned, zerofill, charset, collation]: [boolean, boolean, string | undefined, string | undefined] = [
    false,
    false,
    undefined,
    undefined,
  ];
  const modifiers: string[] = [];
  for (;;) {
    if (shape.number && accept(p, 'UNSIGNED')) unsigned = true;
    else if (shape.number && accept(p, 'ZEROFILL')) zerofill = true;
    else if (shape.number && accept(p, 'SIGNED')) modifiers.push('SIGNED');
    else if (shape.text && charset === undefined && acceptCharset(p)) charset = parseCharsetName(p);
    else if (shape.text && collation === undefined && p.mysql && is(p, 'COLLATE') && charset !== undefined) break;
    else if (p.mariadb && shape.text && is(p, 'COMPRESSED') && saysCharset(p)) {
      modifiers.push('COMPRESSED');
      p.at += 1;
    } else if (shape.text && isTextModifier(p)) {
      modifiers.push(signOf(p));
      p.at += 1;
    } else break;
  }
  if (p.mariadb && shape.text && accept(p, 'COLLATE')) collation = parseCharsetName(p);
  return makeType(p, start, name, { sizes, values, unsigned, zerofill, charset, collation, modifiers });
}

/** CHARACTER SET or CHARSET, and `=` in none of them. Steps over the words. */
export function acceptCharset(p: Cursor): boolean {
  return accept(p, 'CHARSET') || acceptAll(p, 'CHARACTER', 'SET') || acceptAll(p, 'CHAR', 'SET');
}

/** COMPRESSED before a character set belongs to the type; behind it stands among the column's attributes. */
const saysCharset = (p: Cursor): boolean =>
  isAhead(p, 1, 'CHARACTER') || isAhead(p, 1, 'CHARSET') || isAhead(p, 1, 'BINARY');

const isTextModifier = (p: Cursor): boolean =>
  is(p, 'ASCII') || is(p, 'UNICODE') || is(p, 'BYTE') || (is(p, 'BINARY') && !isAhead(p, 1, '('));

function parseSizes(p: Cursor, sizes: 'length' | 'precision', needed: boolean): readonly Expression[] {
  if (!is(p, '(')) return needed ? fail(p, '(') : [];
  p.at += 1;
  const first = parseInteger(p);
  const all = sizes === 'precision' && accept(p, ',') ? [first, parseInteger(p)] : [first];
  expect(p, ')');
  return all;
}

function parseValues(p: Cursor): readonly Expression[] {
  expect(p, '(');
  const values = listOf(p, parseTextOrBytes);
  expect(p, ')');
  return values;
}

type Details = Partial<Omit<DataType, 'kind' | 'start' | 'end' | 'name'>>;

function makeType(p: Cursor, start: number, name: string, details: Details): DataType {
  const { sizes = [], values = [], unsigned = false, zerofill = false, modifiers = [], fields = [] } = details;
  const { charset, collation, typeOf: like, schema } = details;
  const end = endOf(p);
  return {
    kind: 'data-type', start, end, name, sizes, values, unsigned, zerofill, charset, collation, modifiers, fields, typeOf: like,
    schema,
  }; // biome-ignore format: one line of keys
}

/** TYPE OF t.c and ROW TYPE OF t; in ORACLE mode t.c%TYPE and t%ROWTYPE. */
function isTypeOf(p: Cursor): boolean {
  if (!p.mariadb) return false;
  if (is(p, 'TYPE') || is(p, 'ROW')) return isAhead(p, is(p, 'ROW') ? 2 : 1, 'OF');
  if (!p.oracle || !isName(p)) return false;
  return (
    isAhead(p, 1, '%') || (isAhead(p, 1, '.') && (isAhead(p, 3, '%') || (isAhead(p, 3, '.') && isAhead(p, 5, '%'))))
  );
}

function parseTypeOf(p: Cursor, start: number): DataType {
  let name = accept(p, 'ROW') ? 'ROW TYPE OF' : 'TYPE OF';
  if (accept(p, 'TYPE')) expect(p, 'OF');
  const at = startOf(p);
  parseName(p);
  while (accept(p, '.')) parseName(p);
  const like = p.text.slice(at, endOf(p));
  if (accept(p, '%')) {
    const word = textOf(p).toUpperCase();
    if (typeOf(p) !== TokenType.word || (word !== 'TYPE' && word !== 'ROWTYPE')) fail(p, 'TYPE', 'ROWTYPE');
    name = `%${word}`;
    p.at += 1;
  }
  return makeType(p, start, name, { typeOf: like });
}

function parseRowType(p: Cursor, start: number): DataType {
  p.at += 1;
  expect(p, '(');
  const fields = deeper(p, (inner) => listOf(inner, parseRowField));
  expect(p, ')');
  return makeType(p, start, 'ROW', { fields });
}

function parseRowField(p: Cursor): RowField {
  const start = startOf(p);
  const { name } = parseName(p);
  const type = parseDataType(p);
  if (type.fields.length > 0) refuse(p, type, 'a ROW holds no other ROW');
  return { kind: 'row-field', start, end: endOf(p), name, type };
}
