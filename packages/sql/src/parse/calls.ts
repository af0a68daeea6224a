import type { Call, Expression } from '../ast/expression.ts';
import type { Identifier } from '../ast/node.ts';
import { functionWords } from '../keywords/reserved.ts';
import { TokenType } from '../lexer/tokens.ts';
import { isAggregateName, parseAggregate, parseOver } from './aggregates.ts';
import {
  accept,
  type Cursor,
  endOf,
  expect,
  fail,
  is,
  isAhead,
  listOf,
  signOf,
  startOf,
  textOf,
  typeOf,
} from './cursor.ts';
import { parseExpression } from './expression.ts';
import { isName, isString, parseName, parseNameOrString, takeName } from './names.ts';
import { findSpecialCall } from './special-calls.ts';

/** Reserved words that are functions all the same. */
const reservedFunctions: ReadonlySet<string> = new Set(
  (
    'IF LEFT RIGHT REPLACE REPEAT INSERT MOD CHAR DATABASE SCHEMA GROUPING INTERVAL UTC_DATE UTC_TIME UTC_TIMESTAMP ' +
    'CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURRENT_ROLE LOCALTIME LOCALTIMESTAMP TRUNCATE ' +
    'ROW_NUMBER RANK DENSE_RANK CUME_DIST PERCENT_RANK NTILE LEAD LAG FIRST_VALUE LAST_VALUE NTH_VALUE CURDATE CURTIME'
  ).split(' '),
);

/** Functions that need no brackets. */
const bare: ReadonlySet<string> = new Set(
  (
    'CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURRENT_ROLE LOCALTIME LOCALTIMESTAMP UTC_DATE UTC_TIME ' +
    'UTC_TIMESTAMP'
  ).split(' '),
);

/** Like these, but with brackets: what stands in them is a number of digits. */
const precise: ReadonlySet<string> = new Set(['NOW', 'SYSDATE', 'CURTIME']);

/** How many arguments the grammar takes where the name is a keyword of it: fewest and most. */
const arities: Readonly<Partial<Record<string, readonly [number, number]>>> = Object.fromEntries(
  (
    'ASCII:1 COLLATION:1 DATE:1 DAY:1 HOUR:1 MINUTE:1 MONTH:1 SECOND:1 TIME:1 YEAR:1 QUARTER:1 MICROSECOND:1 REVERSE:1 WEEK:1-2 ' +
    'REPEAT:2 REPLACE:3 LEFT:2 RIGHT:2 MOD:2 IF:3 TRUNCATE:2 FORMAT:2-3 INTERVAL:2-999999 DATABASE:0 SCHEMA:0 ROW_COUNT:0 ' +
    'POINT:2 TIMESTAMP:1-2 COALESCE:1-999999 GROUPING:1-999999'
  )
    .split(' ')
    .map((text) => {
      const [name = '', least = '0', most = least] = text.split(/[:-]/);
      return [name, [Number(least), Number(most)]];
    }),
);

/** Whether the name or word here begins a call, and not a column. */
export function startsCall(p: Cursor): boolean {
  const sign = typeOf(p) === TokenType.word ? signOf(p) : '';
  if (sign !== '' && isBare(p, sign)) return p.reserved[p.tokens.signs[p.at] ?? 0] === 1 || isAhead(p, 1, '(');
  if (isAhead(p, 1, '(')) return isName(p) || functionWords.has(sign) || reservedFunctions.has(sign);
  if (!isAhead(p, 1, '.') || !isName(p)) return false;
  return (isAhead(p, 3, '(') && isName(p, 2)) || (p.mariadb && isPackageCall(p));
}

/** schema.package.function( */
const isPackageCall = (p: Cursor): boolean => isAhead(p, 3, '.') && isAhead(p, 5, '(') && isName(p, 2) && isName(p, 4);

const isBare = (p: Cursor, sign: string): boolean =>
  bare.has(sign) || (p.oracle && (sign === 'SYSDATE' || sign === 'ROWNUM'));

/** Any call: aggregates, built-in functions with a syntax of their own, stored and loadable functions. */
export function parseCall(p: Cursor): Expression {
  if (isAhead(p, 1, '.')) return parseSchemaCall(p);
  const sign = typeOf(p) === TokenType.word ? signOf(p) : '';
  if (sign !== '') {
    if (isBare(p, sign)) return parseBare(p);
    // `count (x)` with a space calls a stored function of that name, unless the mode says otherwise.
    const far = functionWords.has(sign) && !p.dialect.sqlMode.ignoreSpace && !isTight(p);
    // `count (*)` MySQL reads all the same, MariaDB does not.
    if (far && !(p.mysql && sign === 'COUNT' && isAhead(p, 2, '*'))) return parsePlainCall(p, undefined, 'quoted');
    if (precise.has(sign)) return parseBare(p);
    if (isAggregateName(p, sign)) return parseAggregate(p, sign);
    const special = findSpecialCall(p, sign);
    if (special !== undefined) return special(p);
  }
  return parsePlainCall(p, undefined);
}

/** Whether the bracket stands right behind the word. */
const isTight = (p: Cursor): boolean => p.tokens.ends[p.at] === p.tokens.starts[p.at + 1];

function parseSchemaCall(p: Cursor): Expression {
  const schema = parseName(p);
  expect(p, '.');
  if (!isAhead(p, 1, '.')) return parsePlainCall(p, schema);
  const inside = parseName(p);
  expect(p, '.');
  return parsePlainCall(p, schema, 'written', inside);
}

/** `as` quoted: the name is no built-in function's, though it looks so. */
function parsePlainCall(
  p: Cursor,
  schema: Identifier | undefined,
  as: 'written' | 'quoted' = 'written',
  inside: Identifier | undefined = undefined,
): Expression {
  const start = schema?.start ?? startOf(p);
  const taken = takeName(p);
  const { name } = taken;
  const quoted = taken.quoted || as === 'quoted';
  expect(p, '(');
  const args = is(p, ')') ? [] : listOf(p, schema === undefined ? parseArgument : parseExpression);
  expect(p, ')');
  checkArity(p, schema === undefined && !quoted ? name : '', args);
  const end = endOf(p);
  const call: Call = { kind: 'call', start, end, schema, package: inside, name, quoted, brackets: true, args };
  return is(p, 'OVER') && p.mariadb ? parseOver(p, call) : call;
}

function checkArity(p: Cursor, name: string, args: readonly Expression[]): void {
  const arity = p.mysql ? arities[name.toUpperCase()] : undefined;
  if (arity !== undefined && (args.length < arity[0] || args.length > arity[1]))
    fail(p, `${name} with other arguments`);
}

/** The servers read an alias behind an argument, which a loadable function may ask for. */
function parseArgument(p: Cursor): Expression {
  const argument = parseExpression(p);
  if (accept(p, 'AS')) parseNameOrString(p);
  else if (isName(p) || isString(p)) p.at += 1;
  return argument;
}

/** CURRENT_TIMESTAMP, CURRENT_TIMESTAMP(), CURRENT_TIMESTAMP(6). */
function parseBare(p: Cursor): Expression {
  const start = startOf(p);
  const name = textOf(p);
  p.at += 1;
  const brackets = accept(p, '(');
  const args: Expression[] = [];
  if (brackets && !accept(p, ')')) {
    if (typeOf(p) !== TokenType.integer) fail(p, 'a precision');
    args.push(parseExpression(p));
    expect(p, ')');
  }
  const end = endOf(p);
  return { kind: 'call', start, end, schema: undefined, package: undefined, name, quoted: false, brackets, args };
}
