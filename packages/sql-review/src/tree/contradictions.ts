import type { Expression } from '@myriad/sql';
import { numberIn, stringIn } from './calls.ts';
import { bare, columnKey, conjuncts, isComparison, isNull } from './conditions.ts';
import { areApart } from './values.ts';

type Operator = '=' | '<' | '<=' | '>' | '>=' | '<>';

/** One condition on one column, with the column on the left. */
interface Bound {
  readonly place: Expression;
  readonly operator: Operator | 'NULL' | 'NOT NULL' | 'IN';
  readonly value: number | string | undefined;
  /** Of IN: one of these; `undefined` among them is a value nobody knows. */
  readonly values?: readonly (number | string | undefined)[];
}

const turned: Readonly<Record<string, Operator>> = {
  '=': '=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '<>': '<>',
  '!=': '<>',
};

/** The first condition of an AND that no value of its column can meet beside another one: `a = 1 AND a = 2`. */
export function contradictionIn(filter: Expression | undefined): Expression | undefined {
  const conditions = conjuncts(filter);
  // One alone contradicts itself at most as BETWEEN, which gives two bounds.
  if (conditions.length < 2 && conditions[0]?.kind !== 'between') return undefined;
  const byColumn = new Map<string, Bound[]>();
  for (const condition of conditions)
    for (const [key, bound] of boundsOf(condition)) {
      const others = byColumn.get(key) ?? [];
      if (others.some((other) => excludes(other, bound) || excludes(bound, other))) return bound.place;
      byColumn.set(key, [...others.slice(0, mostBounds), bound]);
    }
  return undefined;
}

/** More conditions on one column than this are compared with the first ones only: the time stays linear. */
const mostBounds = 20;

function boundsOf(condition: Expression): readonly (readonly [string, Bound])[] {
  if (condition.kind === 'is' && condition.what === 'NULL') {
    const key = columnKey(condition.operand);
    const operator = condition.not ? 'NOT NULL' : 'NULL';
    return key === undefined ? [] : [[key, { place: condition, operator, value: undefined }]];
  }
  if (condition.kind === 'between' && !condition.not) {
    const key = columnKey(condition.operand);
    if (key === undefined) return [];
    return [
      [key, { place: condition, operator: '>=', value: fixedValueOf(condition.low) }],
      [key, { place: condition, operator: '<=', value: fixedValueOf(condition.high) }],
    ];
  }
  if (condition.kind === 'in-list' && !condition.not) {
    const key = columnKey(condition.operand);
    // A long list is compared with nothing: it seldom contradicts, and costs its length each time.
    if (key === undefined || condition.items.length > mostBounds) return [];
    const values = condition.items.map(fixedValueOf);
    return [[key, { place: condition, operator: 'IN', value: undefined, values }]];
  }
  if (condition.kind !== 'binary' || !isComparison(condition.operator)) return [];
  const [left, right] = [bare(condition.left), bare(condition.right)];
  const isTurned = left.kind !== 'column';
  const key = columnKey(isTurned ? right : left);
  const operator = isTurned ? turned[condition.operator] : turned[turned[condition.operator] ?? ''];
  const other = isTurned ? left : right;
  if (key === undefined || operator === undefined || isNull(other)) return [];
  return [[key, { place: condition, operator, value: fixedValueOf(other) }]];
}

const fixedValueOf = (side: Expression): number | string | undefined => numberIn(side) ?? stringIn(side);

/** Whether nothing meets both; asked both ways round. */
function excludes(one: Bound, other: Bound): boolean {
  // Whatever is compared is not NULL.
  if (one.operator === 'NULL') return other.operator !== 'NULL';
  if (one.values)
    return one.values.every((value) => {
      const single: Bound = { place: one.place, operator: '=', value };
      return value !== undefined && (excludes(other, single) || excludes(single, other));
    });
  if (one.operator === '=' && other.operator === '<>') return one.value !== undefined && one.value === other.value;
  if (other.values) return false;
  if (typeof one.value === 'number' && typeof other.value === 'number')
    return excludesNumber(one.operator, one.value, other.operator, other.value);
  return (
    one.operator === '=' &&
    other.operator === '=' &&
    typeof one.value === 'string' &&
    typeof other.value === 'string' &&
    areApart(one.value, other.value)
  );
}

function excludesNumber(a: Bound['operator'], x: number, b: Bound['operator'], y: number): boolean {
  const isUpper = a === '<' || a === '<=' || a === '=';
  const isLower = b === '>' || b === '>=' || b === '=';
  if (!isUpper || !isLower) return false;
  return x < y || (x === y && (a === '<' || b === '>'));
}
