import type { Literal } from '../ast/expression.ts';
import type { Identifier, Phrase, QualifiedName } from '../ast/node.ts';
import type { Setting } from '../ast/table-parts.ts';
import { TokenType } from '../lexer/tokens.ts';
import {
  accept,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  fail,
  is,
  isAhead,
  listOf,
  type Sign,
  signOf,
  startOf,
  typeOf,
  wordsSince,
} from './cursor.ts';
import { parseInteger, parseSignedNumber, parseString, takeLiteral } from './literals.ts';
import { isName, isString, parseCharsetName, parseName, parseNameOrString, parseQualifiedName } from './names.ts';

export type SettingValue = Literal | Identifier | Phrase;

/** How a setting is written: its words, and what reads its value. */
export interface SettingShape {
  readonly words: readonly [Sign, ...Sign[]];
  /** Reads the value; none: the words are all. */
  readonly read?: (p: Cursor) => SettingValue;
  /** `optional` where left out. */
  readonly equals?: 'none' | 'needed';
  readonly when?: (p: Cursor) => boolean;
  /** The name in the tree when it is not the words. */
  readonly name?: string;
}

/** Shapes by their first word, longer ones first. */
export type SettingShapes = ReadonlyMap<string, readonly SettingShape[]>;

export function settingShapes(...shapes: readonly SettingShape[]): SettingShapes {
  const longestFirst = shapes.toSorted((one, other) => other.words.length - one.words.length);
  return Map.groupBy(longestFirst, ({ words }) => words[0] as string);
}

/** The setting that stands here, `undefined` when none of these does. */
export function acceptSetting(p: Cursor, shapes: SettingShapes): Setting | undefined {
  const sign = signOf(p);
  if (sign === '') return undefined;
  for (const shape of shapes.get(sign) ?? []) {
    if (!shape.words.every((word, ahead) => isAhead(p, ahead, word)) || shape.when?.(p) === false) continue;
    return takeSetting(p, shape);
  }
  return undefined;
}

function takeSetting(p: Cursor, { words, read, equals, name }: SettingShape): Setting {
  const start = startOf(p);
  p.at += words.length;
  let value: SettingValue | undefined;
  let tables: readonly QualifiedName[] = [];
  if (read !== undefined) {
    if (equals === 'needed') expect(p, '=');
    else if (equals !== 'none') accept(p, '=');
    if (words[0] === 'UNION') tables = parseTableList(p);
    else value = read(p);
  }
  return { kind: 'setting', start, end: endOf(p), name: name ?? words.join(' '), foreign: false, value, tables };
}

function parseTableList(p: Cursor): readonly QualifiedName[] {
  expect(p, '(');
  const tables = is(p, ')') ? [] : listOf(p, (inner) => parseQualifiedName(inner, 'a table'));
  expect(p, ')');
  return tables;
}

/** All that stand here. A comma between two is allowed when `commas` says so. */
export function parseSettings(
  p: Cursor,
  take: (p: Cursor) => Setting | undefined,
  commas: boolean,
): readonly Setting[] {
  const settings: Setting[] = [];
  for (;;) {
    const { at } = p;
    if (commas && settings.length > 0) accept(p, ',');
    const setting = take(p);
    if (setting === undefined) {
      p.at = at;
      return settings;
    }
    settings.push(setting);
  }
}

/** `name = value` of a storage engine, MariaDB: any name that is none of the language's own settings. */
export function acceptForeignSetting(p: Cursor): Setting | undefined {
  if (!p.mariadb || !isAhead(p, 1, '=') || !isName(p)) return undefined;
  const start = startOf(p);
  const { name } = parseName(p);
  p.at += 1;
  const value = parseForeignValue(p);
  return { kind: 'setting', start, end: endOf(p), name, foreign: true, value, tables: [] };
}

function parseForeignValue(p: Cursor): SettingValue {
  if (isString(p)) return parseString(p);
  if (is(p, 'DEFAULT')) return takePhrase(p);
  return isName(p) ? parseName(p) : parseSignedNumber(p);
}

/** The word here as a phrase. */
export function takePhrase(p: Cursor): Phrase {
  const [start, { at }] = [startOf(p), p];
  p.at += 1;
  return { kind: 'phrase', start, end: endOf(p), text: wordsSince(p, at) };
}

/** One of these words. */
export function oneWord(...wanted: readonly Sign[]): (p: Cursor) => Phrase {
  return (p) => {
    const [start, { at }] = [startOf(p), p];
    if (acceptOneOf(p, ...wanted) === undefined) fail(p, ...wanted);
    return { kind: 'phrase', start, end: endOf(p), text: wordsSince(p, at) };
  };
}

/** 0, 1 or DEFAULT. */
export function parseSwitch(p: Cursor): SettingValue {
  if (is(p, 'DEFAULT')) return takePhrase(p);
  const { at } = p;
  const number = parseInteger(p);
  if (Number(number.value) > 1) {
    p.at = at;
    fail(p, '0', '1', 'DEFAULT');
  }
  return number;
}

/** A number of rows or bytes: a fraction is cut off, hex is not read. */
export function parseBigNumber(p: Cursor): Literal {
  const type = typeOf(p);
  if (type === TokenType.integer) return takeLiteral(p, 'integer');
  if (type === TokenType.decimal) return takeLiteral(p, 'decimal');
  return type === TokenType.float ? takeLiteral(p, 'float') : fail(p, 'a number');
}

/** Any unsigned number. */
export const parseNumber = (p: Cursor): Literal => (typeOf(p) === TokenType.hex ? parseInteger(p) : parseBigNumber(p));

/** STATS_SAMPLE_PAGES: 1 to 65535, or DEFAULT. */
export function parsePages(p: Cursor): SettingValue {
  if (is(p, 'DEFAULT')) return takePhrase(p);
  const { at } = p;
  const pages = parseNumber(p);
  const inRange = Number(pages.value) >= 1 && Number(pages.value) <= 65_535;
  if (!inRange) p.at = at;
  return inRange ? pages : fail(p, 'a number from 1 to 65535');
}

/** 16777216 or 16M. */
export function parseSize(p: Cursor): SettingValue {
  return typeOf(p) === TokenType.integer || typeOf(p) === TokenType.hex ? parseInteger(p) : parseName(p, 'a size');
}

export const parseNameOrText = (p: Cursor): SettingValue => parseNameOrString(p);

/** A character set or collation as an identifier, or in MariaDB the word DEFAULT. */
export function parseCharsetValue(p: Cursor): SettingValue {
  if (is(p, 'DEFAULT')) return p.mariadb ? takePhrase(p) : fail(p, 'a character set or collation');
  const start = startOf(p);
  const name = parseCharsetName(p);
  return { kind: 'identifier', start, end: endOf(p), name, quoted: false };
}

const charsetWords: readonly (readonly [Sign, ...Sign[]])[] = [['CHARSET'], ['CHARACTER', 'SET'], ['CHAR', 'SET']];

/** [DEFAULT] CHARACTER SET [=] x and [DEFAULT] COLLATE [=] x. */
export const charsetShapes: readonly SettingShape[] = [
  ...charsetWords.flatMap((words): readonly SettingShape[] => [
    { words, read: parseCharsetValue, name: 'CHARACTER SET' },
    { words: ['DEFAULT', ...words], read: parseCharsetValue, name: 'CHARACTER SET' },
  ]),
  { words: ['COLLATE'], read: parseCharsetValue },
  { words: ['DEFAULT', 'COLLATE'], read: parseCharsetValue, name: 'COLLATE' },
];
