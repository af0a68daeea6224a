import type { Assignment, Insert } from '../ast/dml.ts';
import type { Expression } from '../ast/expression.ts';
import type { Identifier } from '../ast/node.ts';
import type { Query, SelectItem, ValuesRow } from '../ast/query.ts';
import { TokenType } from '../lexer/tokens.ts';
import {
  accept,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  is,
  isAhead,
  listOf,
  mysqlSince,
  signOf,
  startOf,
  typeOf,
} from './cursor.ts';
import { takeHint } from './hints.ts';
import { takeLiteral } from './literals.ts';
import { parseName, parseNameList, parseQualifiedName } from './names.ts';
import { parseColumnName } from './primary.ts';
import { parseQuery, startsQuery } from './query.ts';
import { parseSelectItem } from './select.ts';
import { parseValueOrDefault } from './special-forms.ts';
import { parsePartitions } from './tables.ts';

/** INSERT and REPLACE. */
export function parseInsert(p: Cursor): Insert {
  const start = startOf(p);
  const verb = accept(p, 'INSERT') ? 'INSERT' : 'REPLACE';
  if (verb === 'REPLACE') expect(p, 'REPLACE');
  const hint = takeHint(p);
  const priority =
    acceptOneOf(p, 'LOW_PRIORITY', 'DELAYED') ?? (verb === 'INSERT' ? acceptOneOf(p, 'HIGH_PRIORITY') : undefined);
  const ignore = verb === 'INSERT' && accept(p, 'IGNORE');
  accept(p, 'INTO');
  const table = parseQualifiedName(p, 'a table');
  const partitions = is(p, 'PARTITION') && isAhead(p, 1, '(') ? parsePartitions(p) : [];
  const source = parseSource(p, verb);
  const onDuplicate = verb === 'INSERT' ? parseOnDuplicate(p) : [];
  const returning = parseReturning(p);
  return {
    kind: 'insert', start, end: endOf(p), verb, hint, priority, ignore, table, partitions,
    columns: source.columns, source: source.source, rows: source.rows, assignments: source.assignments, query: source.query,
    rowAlias: source.rowAlias, rowColumns: source.rowColumns, onDuplicate, returning,
  }; // biome-ignore format: one line of keys
}

interface Source {
  columns: readonly Expression[] | undefined;
  source: Insert['source'];
  rows: readonly ValuesRow[];
  assignments: readonly Assignment[];
  query: Query | undefined;
  rowAlias: Identifier | undefined;
  rowColumns: readonly Identifier[];
}

function parseSource(p: Cursor, verb: Insert['verb']): Source {
  const found: Source = {
    columns: undefined, source: 'values', rows: [], assignments: [], query: undefined, rowAlias: undefined, rowColumns: [],
  }; // biome-ignore format: one line of keys
  if (is(p, '(') && !startsQueryInBrackets(p)) found.columns = parseColumnList(p);
  if (found.columns === undefined && accept(p, 'SET')) {
    found.source = 'set';
    found.assignments = listOf(p, parseAssignment);
    parseRowAlias(p, verb, found);
    return found;
  }
  const isValues = is(p, 'VALUES') && !(p.mysql && isAhead(p, 1, 'ROW'));
  if (isValues || is(p, 'VALUE')) {
    p.at += 1;
    found.rows = listOf(p, parseRow);
    parseRowAlias(p, verb, found);
    return found;
  }
  found.source = 'query';
  found.query = parseQuery(p);
  if (found.query.body.kind === 'values-table' || found.query.body.kind === 'table-query')
    parseRowAlias(p, verb, found);
  return found;
}

/** Whether the bracket here opens the query and not the list of columns. */
function startsQueryInBrackets(p: Cursor): boolean {
  let ahead = 1;
  while (isAhead(p, ahead, '(')) ahead += 1;
  return startsQuery(p, ahead);
}

function parseColumnList(p: Cursor): readonly Expression[] {
  expect(p, '(');
  const columns = is(p, ')') ? [] : listOf(p, parseColumnName);
  expect(p, ')');
  return columns;
}

/** AS row(a, b), of INSERT from MySQL 8.0.19 on. */
function parseRowAlias(p: Cursor, verb: Insert['verb'], found: Source): void {
  if (verb !== 'INSERT' || !mysqlSince(p, 80_019) || !accept(p, 'AS')) return;
  found.rowAlias = parseName(p, 'an alias');
  found.rowColumns = parseNameList(p);
}

/**
 * One row of values. Literals, which are nearly all of a dump, go past the expression grammar: what stands before a
 * comma or the closing bracket is the whole value.
 */
function parseRow(p: Cursor): ValuesRow {
  const start = startOf(p);
  expect(p, '(');
  const items: Expression[] = [];
  if (!is(p, ')'))
    do items.push(parseQuickLiteral(p) ?? parseValueOrDefault(p));
    while (accept(p, ','));
  expect(p, ')');
  return { kind: 'values-row', start, end: endOf(p), word: false, items };
}

function parseQuickLiteral(p: Cursor): Expression | undefined {
  const next = signOf(p, 1);
  if (next !== ',' && next !== ')') return undefined;
  const { text, tokens } = p;
  switch (typeOf(p)) {
    case TokenType.integer:
      return takeLiteral(p, 'integer');
    case TokenType.decimal:
      return takeLiteral(p, 'decimal');
    case TokenType.string: {
      const start = tokens.starts[p.at] ?? 0;
      const end = tokens.ends[p.at] ?? 0;
      const value = text.slice(start + 1, end - 1);
      // Escapes and doubled quotes take the slow way.
      if (value.includes('\\') || value.includes(text[start] ?? "'")) return undefined;
      p.at += 1;
      return { kind: 'literal', start, end, type: 'string', value, charset: undefined };
    }
    case TokenType.word:
      return is(p, 'NULL') ? { ...takeLiteral(p, 'null'), value: 'NULL' } : undefined;
    default:
      return undefined;
  }
}

/** `column = value | DEFAULT` */
export function parseAssignment(p: Cursor): Assignment {
  const start = startOf(p);
  const target = parseColumnName(p);
  // `:=` is read like `=` here.
  if (!accept(p, ':=')) expect(p, '=');
  const value = parseValueOrDefault(p);
  return { kind: 'assignment', start, end: endOf(p), target, value };
}

function parseOnDuplicate(p: Cursor): readonly Assignment[] {
  if (!accept(p, 'ON')) return [];
  expect(p, 'DUPLICATE');
  expect(p, 'KEY');
  expect(p, 'UPDATE');
  return listOf(p, parseAssignment);
}

/** RETURNING …, MariaDB. */
export function parseReturning(p: Cursor): readonly SelectItem[] {
  if (!p.mariadb || !accept(p, 'RETURNING')) return [];
  const items: SelectItem[] = [];
  do {
    const start = startOf(p);
    if (!is(p, '*')) {
      items.push(parseSelectItem(p));
      continue;
    }
    p.at += 1;
    const expression = { kind: 'star' as const, start, end: endOf(p), schema: undefined, table: undefined };
    items.push({ kind: 'select-item', start, end: endOf(p), expression, alias: undefined });
  } while (accept(p, ','));
  return items;
}
