import type { Aggregate, Call, Expression } from '../ast/expression.ts';
import type { Identifier } from '../ast/node.ts';
import type { OrderItem, WindowSpec } from '../ast/query.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  expectAll,
  fail,
  is,
  isAhead,
  listOf,
  mysqlSince,
  refuse,
  startOf,
} from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseStrings } from './literals.ts';
import { parseName } from './names.ts';
import { parseLimitValue, parseOrderBy, parseOrderItem } from './order-limit.ts';
import { parseWindowSpec } from './windows.ts';

const aggregates: ReadonlySet<string> = new Set(
  (
    'COUNT SUM AVG MIN MAX BIT_AND BIT_OR BIT_XOR STD STDDEV STDDEV_POP STDDEV_SAMP VAR_POP VAR_SAMP VARIANCE GROUP_CONCAT ' +
    'JSON_ARRAYAGG JSON_OBJECTAGG ST_COLLECT'
  ).split(' '),
);

/** Must be called with OVER. */
const windowFunctions: ReadonlySet<string> = new Set(
  'ROW_NUMBER RANK DENSE_RANK CUME_DIST PERCENT_RANK NTILE LEAD LAG FIRST_VALUE LAST_VALUE NTH_VALUE'.split(' '),
);

const mariadbOnly: ReadonlySet<string> = new Set(['MEDIAN', 'PERCENTILE_CONT', 'PERCENTILE_DISC']);

const takesDistinct: ReadonlySet<string> = new Set(
  'COUNT SUM AVG MIN MAX GROUP_CONCAT JSON_ARRAYAGG ST_COLLECT'.split(' '),
);

export function isAggregateName(p: Cursor, sign: string): boolean {
  if (windowFunctions.has(sign)) return p.mariadb || p.version >= 80_002;
  return aggregates.has(sign) || (p.mariadb && mariadbOnly.has(sign));
}

/** COUNT(DISTINCT a, b), GROUP_CONCAT(a ORDER BY b SEPARATOR ','), ROW_NUMBER() OVER w … */
export function parseAggregate(p: Cursor, name: string): Expression {
  const start = startOf(p);
  p.at += 1;
  expect(p, '(');
  const distinct = takesDistinct.has(name) && accept(p, 'DISTINCT');
  if (!distinct && !windowFunctions.has(name)) accept(p, 'ALL');
  const args = parseArguments(p, name, distinct);
  const orderBy = name === 'GROUP_CONCAT' || (p.mariadb && name === 'JSON_ARRAYAGG') ? parseOrderBy(p) : [];
  const separator = name === 'GROUP_CONCAT' && accept(p, 'SEPARATOR') ? parseStrings(p) : undefined;
  const limit = p.mariadb && accept(p, 'LIMIT') ? parseGroupLimit(p) : [];
  const nulls = name === 'JSON_ARRAYAGG' && mysqlSince(p, 90_700) ? parseNullClause(p) : undefined;
  expect(p, ')');
  const withinGroup = mariadbOnly.has(name) ? parseWithinGroup(p) : [];
  const modifiers = nulls ? [nulls] : windowFunctions.has(name) ? parseModifiers(p, name) : [];
  const over = accept(p, 'OVER') ? parseOverTarget(p) : undefined;
  // MariaDB's LAST_VALUE(a, b) is also an ordinary function.
  if (over === undefined && windowFunctions.has(name) && !(p.mariadb && name === 'LAST_VALUE')) fail(p, 'OVER');
  const end = endOf(p);
  return {
    kind: 'aggregate',
    start,
    end,
    name,
    distinct,
    args,
    orderBy,
    separator,
    limit,
    withinGroup,
    modifiers,
    over,
  };
}

function parseArguments(p: Cursor, name: string, distinct: boolean): readonly Expression[] {
  if (is(p, ')')) return noArguments(p, name);
  if (name === 'COUNT' && is(p, '*') && !distinct) {
    const start = startOf(p);
    p.at += 1;
    return [{ kind: 'star', start, end: endOf(p), schema: undefined, table: undefined }];
  }
  const args = listOf(p, parseExpression);
  if (args.length > mostArguments(p, name, distinct)) fail(p, ')');
  if (p.mysql) checkStableInteger(p, name, args);
  return args;
}

/** The number of rows of LEAD, LAG and NTILE: a whole number, a placeholder or a variable, in MySQL. */
function checkStableInteger(p: Cursor, name: string, args: readonly Expression[]): void {
  const number = name === 'NTILE' ? args[0] : name === 'LEAD' || name === 'LAG' ? args[1] : undefined;
  if (number === undefined || number.kind === 'parameter' || number.kind === 'user-variable') return;
  const isPlain = number.kind === 'literal' && (number.type === 'integer' || number.type === 'hex');
  const isVariable = number.kind === 'column' && number.table === undefined;
  if (!isPlain && !isVariable) refuse(p, number, 'expected a whole number');
}

const withoutArguments: ReadonlySet<string> = new Set('ROW_NUMBER RANK DENSE_RANK CUME_DIST PERCENT_RANK'.split(' '));

function noArguments(p: Cursor, name: string): readonly Expression[] {
  return withoutArguments.has(name) ? [] : fail(p, 'an expression');
}

function mostArguments(p: Cursor, name: string, distinct: boolean): number {
  if (p.mariadb && name === 'LAST_VALUE') return Number.POSITIVE_INFINITY;
  if (name === 'GROUP_CONCAT' || (name === 'COUNT' && distinct)) return Number.POSITIVE_INFINITY;
  if (name === 'LEAD' || name === 'LAG') return p.mysql ? 3 : 2;
  if (name === 'NTH_VALUE' || name === 'JSON_OBJECTAGG') return 2;
  return withoutArguments.has(name) ? 0 : 1;
}

function parseNullClause(p: Cursor): string | undefined {
  const word = acceptOneOf(p, 'NULL', 'ABSENT');
  if (word !== undefined) expectAll(p, 'ON', 'NULL');
  return word && `${word} ON NULL`;
}

function parseGroupLimit(p: Cursor): readonly Expression[] {
  const first = parseLimitValue(p);
  return accept(p, ',') || accept(p, 'OFFSET') ? [first, parseLimitValue(p)] : [first];
}

function parseWithinGroup(p: Cursor): readonly OrderItem[] {
  if (!acceptAll(p, 'WITHIN', 'GROUP')) return [];
  expect(p, '(');
  expect(p, 'ORDER');
  expect(p, 'BY');
  const items = listOf(p, parseOrderItem);
  expect(p, ')');
  return items;
}

function parseModifiers(p: Cursor, name: string): readonly string[] {
  const modifiers: string[] = [];
  if (name === 'NTH_VALUE' && is(p, 'FROM') && (isAhead(p, 1, 'FIRST') || isAhead(p, 1, 'LAST'))) {
    modifiers.push(isAhead(p, 1, 'FIRST') ? 'FROM FIRST' : 'FROM LAST');
    p.at += 2;
  }
  if (acceptAll(p, 'RESPECT', 'NULLS')) modifiers.push('RESPECT NULLS');
  else if (acceptAll(p, 'IGNORE', 'NULLS')) modifiers.push('IGNORE NULLS');
  return modifiers;
}

function parseOverTarget(p: Cursor): WindowSpec | Identifier {
  return is(p, '(') ? parseWindowSpec(p) : parseName(p, 'a window');
}

/** MariaDB's stored aggregates as window functions. */
export function parseOver(p: Cursor, call: Call): Aggregate {
  expect(p, 'OVER');
  const over = parseOverTarget(p);
  const { start, name, args } = call;
  const nothing = { orderBy: [], separator: undefined, limit: [], withinGroup: [], modifiers: [] };
  return { kind: 'aggregate', start, end: endOf(p), name, distinct: false, args, ...nothing, over };
}
