import type { Call, Exists, Expression, InList, Is, Literal, Logical } from '@myriad/sql';
import { bare, columnKey, isComparison, sameColumn } from './conditions.ts';
import { areApart } from './values.ts';

/** What a condition is for every row. */
export type Truth = 'always' | 'never' | 'depends';

/** `unmet` is never true, but may be NULL: NOT makes no "always" of it. */
type State = Truth | 'unmet';

/** What is known of an expression: its value, where no row changes it, and what it is as a condition. */
interface Known {
  readonly state: State;
  readonly value?: Value;
}

type Value = number | string | null;

const depends: Known = { state: 'depends' };
const always: Known = { state: 'always' };
const never: Known = { state: 'never' };
const unmet: Known = { state: 'unmet' };

/** Through AND, OR and NOT over literals. `a = a` counts as always: only rows with NULL fall out. */
export function truthOf(expression: Expression): Truth {
  const { state } = know(expression);
  return state === 'unmet' ? 'never' : state;
}

function know(expression: Expression): Known {
  const inner = bare(expression);
  switch (inner.kind) {
    case 'literal':
      return known(literalValue(inner));
    case 'unary':
      return inner.operator === 'NOT' || inner.operator === '!'
        ? negated(know(inner.operand))
        : inner.operator === '-'
          ? known(calculated('-', 0, know(inner.operand).value))
          : depends;
    case 'logical':
      return knowLogical(inner);
    case 'binary': {
      if (sameColumn(inner.left, inner.right)) return sameSides(inner.operator);
      const [left, right] = [know(inner.left).value, know(inner.right).value];
      return isComparison(inner.operator)
        ? known(compared(inner.operator, left, right))
        : known(calculated(inner.operator, left, right));
    }
    case 'is':
      return knowIs(inner);
    case 'in-list':
      return knowList(inner);
    case 'between': {
      const value = know(inner.operand).value;
      const inside = both(compared('>=', value, know(inner.low).value), compared('<=', value, know(inner.high).value));
      return inner.not ? negated(known(inside)) : known(inside);
    }
    case 'like': {
      // A column may still be NULL, as in a = a.
      if (inner.operator === 'LIKE' && isEverything(inner.pattern)) return inner.not ? never : always;
      const [text, pattern] = [know(inner.operand).value, know(inner.pattern).value];
      if (inner.operator !== 'LIKE' || typeof text !== 'string' || typeof pattern !== 'string') return depends;
      const beginning = pattern.endsWith('%') ? pattern.slice(0, -1) : undefined;
      const fits =
        text === pattern || (beginning !== undefined && !/[%_\\]/.test(beginning) && text.startsWith(beginning));
      return fits ? (inner.not ? never : always) : depends;
    }
    case 'call':
      return known(calledValue(inner));
    case 'exists':
      return isOneRow(inner) ? always : depends;
    default:
      return depends;
  }
}

/** `LIKE '%'`. */
function isEverything(pattern: Expression): boolean {
  const { value } = pattern.kind === 'literal' ? know(pattern) : depends;
  return typeof value === 'string' && value.length > 0 && [...value].every((sign) => sign === '%');
}

/** The functions that hide a constant best. */
function calledValue({ name, args, schema }: Call): Value | undefined {
  if (schema) return undefined;
  // Each argument is looked at once: IF in IF would double the work with every level.
  const told = args.map(know);
  const values = told.map(({ value }) => value);
  switch (name.toUpperCase()) {
    case 'IFNULL':
    case 'COALESCE': {
      const place = values.findIndex((value) => value !== null);
      return place === -1 ? null : values[place];
    }
    case 'IF': {
      const [condition] = told;
      return condition === undefined || condition.state === 'depends'
        ? undefined
        : values[condition.state === 'always' ? 1 : 2];
    }
    case 'LENGTH':
    case 'CHAR_LENGTH':
      return typeof values[0] === 'string' ? values[0].length : undefined;
    case 'ABS':
      return typeof values[0] === 'number' ? Math.abs(values[0]) : undefined;
    default:
      return undefined;
  }
}

/** `EXISTS (SELECT 1)`: there is a row, whatever the tables hold. */
const isOneRow = ({ query: { body, limit } }: Exists): boolean =>
  body.kind === 'select' && body.from.length === 0 && !body.where && !body.having && !limit;

function known(value: Value | undefined): Known {
  if (value === undefined) return depends;
  if (value === null) return { state: 'unmet', value };
  // A string counts by the number it begins with.
  const number = typeof value === 'number' ? value : Number.parseFloat(value) || 0;
  return { state: number === 0 ? 'never' : 'always', value };
}

function negated({ state, value }: Known): Known {
  if (state === 'always') return { state: 'never', value: 0 };
  if (state === 'never') return { state: 'always', value: 1 };
  return value === null ? { state: 'unmet', value: null } : depends;
}

function literalValue({ type, value }: Literal): Value | undefined {
  if (type === 'null') return null;
  if (type === 'boolean') return value.toUpperCase() === 'TRUE' ? 1 : 0;
  if (type === 'string' || type === 'national-string') return value;
  return type === 'integer' || type === 'decimal' || type === 'float' ? Number(value) : undefined;
}

function sameSides(operator: string): Known {
  if (operator === '=' || operator === '<=>' || operator === '<=' || operator === '>=') return always;
  return isComparison(operator) ? never : depends;
}

function knowLogical({ operator, operands }: Logical): Known {
  const states = operands.map((operand) => know(operand).state);
  if (operator === 'XOR') return depends;
  if (operator === 'AND') {
    if (states.includes('never')) return never;
    if (states.includes('unmet')) return unmet;
    return states.every((state) => state === 'always') ? always : depends;
  }
  if (states.includes('always') || leavesNothingOut(operands)) return always;
  if (states.every((state) => state === 'never')) return never;
  return states.every((state) => state === 'never' || state === 'unmet') ? unmet : depends;
}

const others: Readonly<Record<string, string>> = {
  '=': '<>', '<>': '=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>', 'IS NULL': 'IS NOT NULL', 'IS NOT NULL': 'IS NULL',
}; // biome-ignore format: a table

/** `a IS NULL OR a IS NOT NULL`, `n > 5 OR n <= 5`: one of the two holds, besides for NULL. */
function leavesNothingOut(operands: readonly Expression[]): boolean {
  const seen = new Set<string>();
  for (const operand of operands) {
    const test = testOf(bare(operand));
    if (test === undefined) continue;
    if (seen.has(`${others[test.operator]} ${test.about}`)) return true;
    seen.add(`${test.operator === '!=' ? '<>' : test.operator} ${test.about}`);
  }
  return false;
}

function testOf(one: Expression): { readonly operator: string; readonly about: string } | undefined {
  if (one.kind === 'is' && one.what === 'NULL') {
    const about = columnKey(one.operand);
    return about === undefined ? undefined : { operator: one.not ? 'IS NOT NULL' : 'IS NULL', about };
  }
  if (one.kind !== 'binary' || one.operator === '<=>' || !isComparison(one.operator)) return undefined;
  const [about, right] = [columnKey(one.left), bare(one.right)];
  return about === undefined || right.kind !== 'literal' || right.type === 'null'
    ? undefined
    : { operator: one.operator, about: `${about} ${right.type} ${right.value}` };
}

function knowIs({ operand, what, not }: Is): Known {
  const { value, state } = know(operand);
  if (value === undefined) return depends;
  const holds = what === 'TRUE' ? state === 'always' : what === 'FALSE' ? state === 'never' : value === null;
  if (what === 'JSON') return depends;
  return holds === not ? known(0) : known(1);
}

function knowList({ operand, items, not }: InList): Known {
  if (items.some((item) => sameColumn(operand, item))) return not ? never : always;
  const value = know(operand).value;
  if (value === undefined) return depends;
  const answers = items.map((item) => compared('=', value, know(item).value));
  const answer = answers.includes(1) ? 1 : answers.includes(undefined) ? undefined : answers.includes(null) ? null : 0;
  return not ? negated(known(answer)) : known(answer);
}

/** AND of two values. */
function both(a: Value | undefined, b: Value | undefined): Value | undefined {
  if (a === 0 || b === 0) return 0;
  return a === undefined || b === undefined ? undefined : a && b;
}

/** 1, 0, NULL; `undefined` where the collation has a say. */
function compared(operator: string, a: Value | undefined, b: Value | undefined): Value | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a === null || b === null) return operator === '<=>' ? Number(a === b) : null;
  if (typeof a === 'string' && typeof b === 'string') {
    if (a === b) return Number(compare(operator, 0, 0));
    const isEquality = operator === '=' || operator === '<=>' || operator === '<>' || operator === '!=';
    return isEquality && areApart(a, b) ? Number(compare(operator, 0, 1)) : undefined;
  }
  const [x, y] = [a, b].map((value) => (typeof value === 'number' ? value : Number.parseFloat(value) || 0));
  return Number(compare(operator, x ?? 0, y ?? 0));
}

function calculated(operator: string, a: Value | undefined, b: Value | undefined): Value | undefined {
  if (a === null || b === null) return undefined;
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  return operator === '*' ? a * b : undefined;
}

function compare(operator: string, x: number, y: number): boolean {
  if (operator === '=' || operator === '<=>') return x === y;
  if (operator === '<') return x < y;
  if (operator === '<=') return x <= y;
  if (operator === '>') return x > y;
  return operator === '>=' ? x >= y : x !== y;
}
