import type { Expression, Literal } from '@myriad/sql';
import { bare, isComparison, sameColumn } from './conditions.ts';

/** What a condition is for every row. */
export type Truth = 'always' | 'never' | 'depends';

const opposite = { always: 'never', never: 'always', depends: 'depends' } as const;

/** Through AND, OR and NOT over literals. `a = a` counts as always: only rows with NULL fall out. */
export function truthOf(expression: Expression): Truth {
  const inner = bare(expression);
  if (inner.kind === 'literal') return truthOfLiteral(inner);
  if (inner.kind === 'unary' && (inner.operator === 'NOT' || inner.operator === '!'))
    return opposite[truthOf(inner.operand)];
  if (inner.kind === 'logical') return truthOfLogical(inner.operator, inner.operands.map(truthOf));
  if (inner.kind === 'binary' && isComparison(inner.operator))
    return truthOfComparison(inner.operator, inner.left, inner.right);
  return 'depends';
}

function truthOfLogical(operator: 'AND' | 'OR' | 'XOR', truths: readonly Truth[]): Truth {
  if (operator === 'XOR') return 'depends';
  const [strong, weak] = operator === 'AND' ? (['never', 'always'] as const) : (['always', 'never'] as const);
  if (truths.includes(strong)) return strong;
  return truths.every((truth) => truth === weak) ? weak : 'depends';
}

const verdict = (holds: boolean): Truth => (holds ? 'always' : 'never');

function truthOfLiteral({ type, value }: Literal): Truth {
  if (type === 'null') return 'never';
  if (type === 'boolean') return verdict(value.toUpperCase() === 'TRUE');
  // A string counts by the number it begins with.
  if (type === 'string' || type === 'national-string') return verdict((Number.parseFloat(value) || 0) !== 0);
  const number = numberOf({ type, value });
  return number === undefined ? 'depends' : verdict(number !== 0);
}

function numberOf({ type, value }: Pick<Literal, 'type' | 'value'>): number | undefined {
  if (type === 'boolean') return value.toUpperCase() === 'TRUE' ? 1 : 0;
  return type === 'integer' || type === 'decimal' || type === 'float' ? Number(value) : undefined;
}

function truthOfComparison(operator: string, left: Expression, right: Expression): Truth {
  if (sameColumn(left, right)) return verdict(['=', '<=>', '<=', '>='].includes(operator));
  const [a, b] = [bare(left), bare(right)];
  if (a.kind !== 'literal' || b.kind !== 'literal') return 'depends';
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== undefined && y !== undefined) return verdict(compare(operator, x, y));
  // Which strings are equal is the collation's to say, besides those that are the same.
  if (a.type === 'string' && b.type === 'string' && a.value === b.value) return verdict(compare(operator, 0, 0));
  return 'depends';
}

function compare(operator: string, x: number, y: number): boolean {
  if (operator === '=' || operator === '<=>') return x === y;
  if (operator === '<') return x < y;
  if (operator === '<=') return x <= y;
  if (operator === '>') return x > y;
  return operator === '>=' ? x >= y : x !== y;
}
