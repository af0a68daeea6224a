import type { Expression } from '../ast/expression.ts';
import type { Identifier, Option } from '../ast/node.ts';
import type { LoadData } from '../ast/program.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  expectOneOf,
  is,
  isAhead,
  listOf,
  mysqlSince,
  startOf,
} from './cursor.ts';
import { acceptCharset } from './data-type.ts';
import { parseAssignment } from './insert.ts';
import { parseFileFormat, parseTargetVariable } from './into.ts';
import { parseInteger, parseString } from './literals.ts';
import { parseCharsetName, parseQualifiedName } from './names.ts';
import { parsePartitions } from './tables.ts';

/** LOAD DATA and LOAD XML; the clauses have one order. */
export function parseLoadData(p: Cursor): LoadData {
  const start = startOf(p);
  expect(p, 'LOAD');
  const format = expectOneOf(p, 'DATA', 'XML');
  const priority = acceptOneOf(p, 'LOW_PRIORITY', 'CONCURRENT');
  const bulk = mysqlSince(p, 80_100);
  if (bulk) accept(p, 'FROM');
  const local = accept(p, 'LOCAL');
  const source = expectOneOf(p, 'INFILE', ...(bulk ? (['URL', 'S3'] as const) : []));
  const file = parseString(p);
  const count = bulk && accept(p, 'COUNT') ? parseInteger(p) : undefined;
  const inKeyOrder = bulk && acceptAll(p, 'IN', 'PRIMARY', 'KEY', 'ORDER');
  const duplicates = acceptOneOf(p, 'REPLACE', 'IGNORE');
  expect(p, 'INTO');
  expect(p, 'TABLE');
  const table = parseQualifiedName(p, 'a table');
  const partitions: readonly Identifier[] = is(p, 'PARTITION') ? parsePartitions(p) : [];
  const compression = bulk && accept(p, 'COMPRESSION') ? parseEquals(p) : undefined;
  const charset = acceptCharset(p) ? parseCharsetName(p) : undefined;
  let rowTag: Expression | undefined;
  if (is(p, 'ROWS') && isAhead(p, 1, 'IDENTIFIED')) {
    p.at += 2;
    expect(p, 'BY');
    rowTag = parseString(p);
  }
  const fileFormat = parseFileFormat(p);
  const ignoreLines = accept(p, 'IGNORE') ? parseIgnored(p) : undefined;
  const columns = is(p, '(') ? parseColumns(p) : undefined;
  const assignments = accept(p, 'SET') ? listOf(p, parseAssignment) : [];
  const options = bulk ? parseBulkOptions(p) : [];
  return {
    kind: 'load-data', start, end: endOf(p), format, priority, local, source, file, count, inKeyOrder, duplicates, table, partitions,
    compression, charset, rowTag, fileFormat, ignoreLines, columns, assignments, options,
  }; // biome-ignore format: one line of keys
}

function parseEquals(p: Cursor): Expression {
  accept(p, '=');
  return parseString(p);
}

function parseIgnored(p: Cursor): Expression {
  const lines = parseInteger(p);
  expectOneOf(p, 'LINES', 'ROWS');
  return lines;
}

function parseColumns(p: Cursor): readonly Expression[] {
  expect(p, '(');
  const columns = is(p, ')') ? [] : listOf(p, parseTargetVariable);
  expect(p, ')');
  return columns;
}

function parseBulkOptions(p: Cursor): readonly Option[] {
  const options: Option[] = [];
  for (const name of ['PARALLEL', 'MEMORY'] as const) {
    const start = startOf(p);
    if (!accept(p, name)) continue;
    accept(p, '=');
    // A size may have a letter behind it: 512M is a name to the lexer.
    const value = is(p, '(') ? parseInteger(p) : parseSize(p);
    options.push({ kind: 'option', start, end: endOf(p), name, value });
  }
  const start = startOf(p);
  if (accept(p, 'ALGORITHM')) {
    accept(p, '=');
    const at = startOf(p);
    expect(p, 'BULK');
    options.push({
      kind: 'option',
      start,
      end: endOf(p),
      name: 'ALGORITHM',
      value: { kind: 'phrase', start: at, end: endOf(p), text: 'BULK' } as Option['value'],
    });
  }
  return options;
}

/** 512, 512M, 2G: an integer, or a word that starts with digits. */
function parseSize(p: Cursor): Expression {
  const start = startOf(p);
  const text = p.text.slice(start, p.tokens.ends[p.at]);
  if (!/^\d+[KMGkmg]$/.test(text)) return parseInteger(p);
  p.at += 1;
  return { kind: 'literal', start, end: endOf(p), type: 'integer', value: text, charset: undefined };
}
