import type { Expression } from '../ast/expression.ts';
import type { Identifier } from '../ast/node.ts';
import type {
  DerivedTable,
  IndexHint,
  NamedTable,
  SystemTime,
  TableFactor,
  TableReference,
  TableSample,
} from '../ast/query.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  deeper,
  endOf,
  expect,
  expectOneOf,
  fail,
  is,
  isAhead,
  listOf,
  mysqlSince,
  startOf,
} from './cursor.ts';
import { parseArithmetic, parseExpression } from './expression.ts';
import { parseJoins } from './joins.ts';
import { parseJsonTable } from './json-table.ts';
import { isName, parseName, parseNameList, parseQualifiedName, takeName } from './names.ts';
import { parseSubqueryInBrackets, startsSubquery } from './query.ts';

/** A table with all that is joined to it. */
export function parseTableReference(p: Cursor): TableReference {
  return parseJoins(p, parseTableFactor(p));
}

/** One table, derived table, JSON_TABLE or group in brackets. */
export function parseTableFactor(p: Cursor): TableFactor {
  if (is(p, '(')) return startsSubquery(p) ? parseDerived(p) : deeper(p, parseGroup);
  if (is(p, 'LATERAL') && isAhead(p, 1, '(')) return parseDerived(p);
  if (is(p, 'JSON_TABLE') && isAhead(p, 1, '(') && (p.mariadb || mysqlSince(p, 80_004))) return parseJsonTable(p);
  if (is(p, '{')) return deeper(p, parseOdbcJoin);
  return parseNamedTable(p);
}

/** A table by its name, with partitions, alias and index hints. */
export function parseNamedTable(p: Cursor): NamedTable {
  const start = startOf(p);
  const name = parseQualifiedName(p, 'a table');
  const partitions = is(p, 'PARTITION') && isAhead(p, 1, '(') ? parsePartitions(p) : [];
  const systemTime = p.mariadb && is(p, 'FOR') && isAhead(p, 1, 'SYSTEM_TIME') ? parseSystemTime(p) : undefined;
  const alias = parseTableAlias(p);
  let sample = parseSample(p);
  const indexHints = parseIndexHints(p);
  sample ??= parseSample(p);
  return { kind: 'named-table', start, end: endOf(p), name, partitions, systemTime, alias, indexHints, sample };
}

/** `PARTITION (p0, p1)` */
export function parsePartitions(p: Cursor): readonly Identifier[] {
  expect(p, 'PARTITION');
  return is(p, '(') ? parseNameList(p) : fail(p, '(');
}

/** [AS] alias */
export function parseTableAlias(p: Cursor): Identifier | undefined {
  if (accept(p, 'AS')) return p.mariadb && is(p, 'WINDOW') ? fail(p, 'an alias') : parseName(p, 'an alias');
  return isName(p) && !isClauseWord(p) ? parseName(p) : undefined;
}

/** Words that are names elsewhere and go on with the statement here. */
function isClauseWord(p: Cursor): boolean {
  return p.mariadb && ((is(p, 'OFFSET') && !isAhead(p, 1, ',')) || is(p, 'WINDOW') || (p.oracle && is(p, 'MINUS')));
}

function parseSample(p: Cursor): TableSample | undefined {
  const start = startOf(p);
  if (!mysqlSince(p, 90_000) || !accept(p, 'TABLESAMPLE')) return undefined;
  const method = expectOneOf(p, 'SYSTEM', 'BERNOULLI');
  expect(p, '(');
  const percent = parseExpression(p);
  expect(p, ')');
  return { kind: 'table-sample', start, end: endOf(p), method, percent };
}

function parseIndexHints(p: Cursor): readonly IndexHint[] {
  const hints: IndexHint[] = [];
  for (;;) {
    const start = startOf(p);
    if (!isAhead(p, 1, 'INDEX') && !isAhead(p, 1, 'KEY')) return hints;
    const action = acceptOneOf(p, 'USE', 'FORCE', 'IGNORE');
    if (action === undefined) return hints;
    p.at += 1;
    const scope = accept(p, 'FOR') ? parseHintScope(p) : undefined;
    expect(p, '(');
    const indexes = is(p, ')') && action === 'USE' ? [] : listOf(p, parseIndexName);
    expect(p, ')');
    hints.push({ kind: 'index-hint', start, end: endOf(p), action, scope, indexes });
    // MariaDB reads a comma between them, MySQL does not.
    if (p.mariadb && is(p, ',') && (isAhead(p, 2, 'INDEX') || isAhead(p, 2, 'KEY')) && !isAhead(p, 1, '(')) p.at += 1;
  }
}

function parseHintScope(p: Cursor): IndexHint['scope'] {
  if (accept(p, 'JOIN')) return 'JOIN';
  if (acceptAll(p, 'ORDER', 'BY')) return 'ORDER BY';
  return acceptAll(p, 'GROUP', 'BY') ? 'GROUP BY' : fail(p, 'JOIN', 'ORDER BY', 'GROUP BY');
}

const parseIndexName = (p: Cursor): Identifier => (is(p, 'PRIMARY') ? takeName(p) : parseName(p, 'an index'));

/** [LATERAL] (query) [AS alias [(columns)]] */
function parseDerived(p: Cursor): DerivedTable {
  const start = startOf(p);
  const lateral = accept(p, 'LATERAL');
  const query = parseSubqueryInBrackets(p);
  const systemTime = p.mariadb && is(p, 'FOR') && isAhead(p, 1, 'SYSTEM_TIME') ? parseSystemTime(p) : undefined;
  const alias = parseTableAlias(p);
  const columns = alias === undefined ? [] : parseNameList(p);
  return { kind: 'derived-table', start, end: endOf(p), lateral, query, systemTime, alias, columns };
}

function parseGroup(p: Cursor): TableFactor {
  const start = startOf(p);
  expect(p, '(');
  const tables = listOf(p, parseTableReference);
  expect(p, ')');
  return { kind: 'table-group', start, end: endOf(p), odbc: false, tables };
}

/** { OJ a LEFT JOIN b ON … } */
function parseOdbcJoin(p: Cursor): TableFactor {
  const start = startOf(p);
  expect(p, '{');
  parseName(p, 'OJ');
  const tables = [parseTableReference(p)];
  expect(p, '}');
  return { kind: 'table-group', start, end: endOf(p), odbc: true, tables };
}

function parseSystemTime(p: Cursor): SystemTime {
  const start = startOf(p);
  p.at += 2;
  let [form, from, to]: [SystemTime['form'], Expression | undefined, Expression | undefined] = [
    'ALL',
    undefined,
    undefined,
  ];
  let unit: SystemTime['unit'];
  const point = () => {
    unit = acceptOneOf(p, 'TIMESTAMP', 'TRANSACTION') ?? unit;
    return parseArithmetic(p);
  };
  if (acceptAll(p, 'AS', 'OF')) {
    form = 'AS OF';
    from = point();
  } else if (accept(p, 'BETWEEN')) {
    form = 'BETWEEN';
    from = point();
    expect(p, 'AND');
    to = point();
  } else if (accept(p, 'FROM')) {
    form = 'FROM';
    from = point();
    expect(p, 'TO');
    to = point();
  } else expect(p, 'ALL');
  return { kind: 'system-time', start, end: endOf(p), form, unit, from, to };
}
