import type { Expression } from '../ast/expression.ts';
import type {
  PartitionDefinition,
  Partitioning,
  PartitionMethod,
  PartitionRow,
  PartitionValues,
  PartitionWord,
  SubpartitionDefinition,
  Subpartitioning,
} from '../ast/partition.ts';
import type { Setting } from '../ast/table-parts.ts';
import { checkPartitioning } from './check-partitions.ts';
import {
  accept,
  acceptOneOf,
  bracketed,
  type Cursor,
  endOf,
  expect,
  expectAll,
  fail,
  is,
  isAhead,
  listOf,
  refuse,
  startOf,
} from './cursor.ts';
import { parseArithmetic } from './expression.ts';
import { parseInterval } from './interval.ts';
import { parseInteger, parseString } from './literals.ts';
import { parseName, parseNameList, parseNameOrString } from './names.ts';
import {
  acceptForeignSetting,
  acceptSetting,
  parseBigNumber,
  parseNameOrText,
  parseSettings,
  settingShapes,
} from './settings.ts';

/** PARTITION BY … */
export function parsePartitioning(p: Cursor): Partitioning {
  const start = startOf(p);
  expectAll(p, 'PARTITION', 'BY');
  const by = parseMethod(p);
  const count = accept(p, 'PARTITIONS') ? parseInteger(p) : undefined;
  const subpartitions = is(p, 'SUBPARTITION') ? parseSubpartitioning(p) : undefined;
  const partitions = is(p, '(') ? parsePartitionDefinitions(p) : [];
  const node: Partitioning = { kind: 'partitioning', start, end: endOf(p), by, count, subpartitions, partitions };
  checkPartitioning(p, node);
  return node;
}

/** `(PARTITION p0 …, PARTITION p1 …)` */
export const parsePartitionDefinitions = (p: Cursor): readonly PartitionDefinition[] =>
  bracketed(p, (inner) => listOf(inner, parsePartitionDefinition));

const emptyMethod = {
  linear: false, algorithm: undefined, expression: undefined, columns: [], interval: undefined, starts: undefined, limit: undefined,
  auto: false,
} as const; // biome-ignore format: one line of keys

function parseMethod(p: Cursor): PartitionMethod {
  const start = startOf(p);
  if (is(p, 'LINEAR') || is(p, 'HASH') || is(p, 'KEY')) return parseHashOrKey(p);
  if (p.mariadb && is(p, 'SYSTEM_TIME')) return parseSystemTime(p);
  const word = acceptOneOf(p, 'RANGE', 'LIST') ?? fail(p, 'HASH', 'KEY', 'RANGE', 'LIST');
  if (accept(p, 'COLUMNS')) {
    if (!is(p, '(') || isAhead(p, 1, ')')) fail(p, 'columns in brackets');
    const columns = parseNameList(p);
    return { kind: 'partition-method', start, end: endOf(p), ...emptyMethod, method: `${word} COLUMNS`, columns };
  }
  const expression = bracketed(p, parseArithmetic);
  return { kind: 'partition-method', start, end: endOf(p), ...emptyMethod, method: word, expression };
}

function parseHashOrKey(p: Cursor): PartitionMethod {
  const start = startOf(p);
  const linear = accept(p, 'LINEAR');
  if (accept(p, 'HASH')) {
    const expression = bracketed(p, parseArithmetic);
    return { kind: 'partition-method', start, end: endOf(p), ...emptyMethod, method: 'HASH', linear, expression };
  }
  expect(p, 'KEY');
  const algorithm = accept(p, 'ALGORITHM') ? parseAlgorithm(p) : undefined;
  const columns = isAhead(p, 1, ')') && accept(p, '(') && accept(p, ')') ? [] : bracketedNames(p);
  return { kind: 'partition-method', start, end: endOf(p), ...emptyMethod, method: 'KEY', linear, algorithm, columns };
}

const bracketedNames = (p: Cursor) => (is(p, '(') ? parseNameList(p) : fail(p, '('));

function parseAlgorithm(p: Cursor): PartitionMethod['algorithm'] {
  expect(p, '=');
  const { at } = p;
  const number = parseInteger(p);
  if (number.value === '1' || number.value === '2') return number;
  p.at = at;
  return fail(p, '1', '2');
}

/** SYSTEM_TIME [INTERVAL n unit [STARTS x]] [LIMIT n] [AUTO], MariaDB. */
function parseSystemTime(p: Cursor): PartitionMethod {
  const start = startOf(p);
  expect(p, 'SYSTEM_TIME');
  const interval = is(p, 'INTERVAL') ? parseInterval(p) : undefined;
  const starts = interval !== undefined && accept(p, 'STARTS') ? parseArithmetic(p) : undefined;
  const limit = interval === undefined && accept(p, 'LIMIT') ? parseInteger(p) : undefined;
  const auto = accept(p, 'AUTO');
  const more = { interval, starts, limit, auto };
  return { kind: 'partition-method', start, end: endOf(p), ...emptyMethod, method: 'SYSTEM_TIME', ...more };
}

function parseSubpartitioning(p: Cursor): Subpartitioning {
  const start = startOf(p);
  expectAll(p, 'SUBPARTITION', 'BY');
  if (!is(p, 'LINEAR') && !is(p, 'HASH') && !is(p, 'KEY')) fail(p, 'HASH', 'KEY');
  const by = parseHashOrKey(p);
  if (by.method === 'KEY' && by.columns.length === 0) refuse(p, by, 'KEY of subpartitions needs columns');
  const count = accept(p, 'SUBPARTITIONS') ? parseInteger(p) : undefined;
  return { kind: 'subpartitioning', start, end: endOf(p), by, count };
}

/** PARTITION name VALUES … options (SUBPARTITION …) */
export function parsePartitionDefinition(p: Cursor): PartitionDefinition {
  const start = startOf(p);
  // MariaDB reads a partition without the word too.
  if (!accept(p, 'PARTITION') && p.mysql) fail(p, 'PARTITION');
  return parsePartitionRest(p, start);
}

/** A definition behind its word PARTITION. */
export function parsePartitionRest(p: Cursor, start: number): PartitionDefinition {
  const name = parseName(p, 'a partition');
  const values = parsePartitionValues(p);
  const settings = parseSettings(p, acceptPartitionSetting, false);
  const subpartitions = is(p, '(') ? bracketed(p, (inner) => listOf(inner, parseSubpartition)) : [];
  return { kind: 'partition-definition', start, end: endOf(p), name, values, settings, subpartitions };
}

function parseSubpartition(p: Cursor): SubpartitionDefinition {
  const start = startOf(p);
  expect(p, 'SUBPARTITION');
  const name = parseNameOrString(p, 'a subpartition');
  const settings = parseSettings(p, acceptPartitionSetting, false);
  return { kind: 'subpartition-definition', start, end: endOf(p), name, settings };
}

const shapes = settingShapes(
  { words: ['TABLESPACE'], read: parseName },
  { words: ['ENGINE'], read: parseNameOrText },
  { words: ['STORAGE', 'ENGINE'], read: parseNameOrText, name: 'ENGINE' },
  { words: ['NODEGROUP'], read: parseInteger },
  { words: ['MAX_ROWS'], read: parseBigNumber },
  { words: ['MIN_ROWS'], read: parseBigNumber },
  { words: ['DATA', 'DIRECTORY'], read: parseString },
  { words: ['INDEX', 'DIRECTORY'], read: parseString },
  { words: ['COMMENT'], read: parseString },
);

const acceptPartitionSetting = (p: Cursor): Setting | undefined => acceptSetting(p, shapes) ?? acceptForeignSetting(p);

function parsePartitionValues(p: Cursor): PartitionValues | undefined {
  const start = startOf(p);
  const word = p.mariadb ? acceptOneOf(p, 'HISTORY', 'CURRENT', 'DEFAULT') : undefined;
  if (word !== undefined) return { kind: 'partition-values', start, end: endOf(p), type: word, bare: false, rows: [] };
  if (!accept(p, 'VALUES')) return undefined;
  if (accept(p, 'IN')) {
    const rows = parseInRows(p);
    return { kind: 'partition-values', start, end: endOf(p), type: 'IN', bare: false, rows };
  }
  expectAll(p, 'LESS', 'THAN');
  const bare = is(p, 'MAXVALUE');
  const rows = [bare ? parseBareRow(p) : parseRowInBrackets(p)];
  return { kind: 'partition-values', start, end: endOf(p), type: 'LESS THAN', bare, rows };
}

function parseInRows(p: Cursor): readonly PartitionRow[] {
  expect(p, '(');
  // A list of rows, or of values: the first bracket says which, unless it belongs to a value.
  const rows = listOf(p, is(p, '(') ? parseRowInBrackets : parseBareRow);
  const most = rows.flatMap(({ items }) => items).find(({ kind }) => kind === 'partition-word');
  if (most !== undefined) refuse(p, most, 'MAXVALUE is no value of VALUES IN');
  expect(p, ')');
  return rows;
}

function parseBareRow(p: Cursor): PartitionRow {
  const start = startOf(p);
  const items = [parsePartitionItem(p)];
  return { kind: 'partition-row', start, end: endOf(p), inBrackets: false, items };
}

function parseRowInBrackets(p: Cursor): PartitionRow {
  const start = startOf(p);
  const items = bracketed(p, (inner) => listOf(inner, parsePartitionItem));
  return { kind: 'partition-row', start, end: endOf(p), inBrackets: true, items };
}

function parsePartitionItem(p: Cursor): Expression | PartitionWord {
  const start = startOf(p);
  const word = acceptOneOf(p, 'MAXVALUE');
  return word === undefined ? parseArithmetic(p) : { kind: 'partition-word', start, end: endOf(p), word };
}
