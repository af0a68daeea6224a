import type { Call, DataType, Expression, Node } from '@myriad/sql';
import { bare } from './conditions.ts';

/** A call of a built-in function, through brackets; names in capitals. */
export const isCallOf = (node: Node, ...names: readonly string[]): node is Call =>
  node.kind === 'call' && (node as Call).schema === undefined && names.includes((node as Call).name.toUpperCase());

/** The first size of a type: the length of VARCHAR(20), the precision of DECIMAL(10,2). */
export const sizeOf = (type: DataType | undefined, place = 0): number | undefined => {
  const size = type?.sizes[place];
  return size?.kind === 'literal' ? Number(size.value) : undefined;
};

/** A whole number that stands in the text, with its sign. */
export function numberIn(expression: Expression | undefined): number | undefined {
  if (expression === undefined) return undefined;
  const inner = bare(expression);
  if (inner.kind === 'unary' && inner.operator === '-') {
    const number = numberIn(inner.operand);
    return number === undefined ? undefined : -number;
  }
  return inner.kind === 'literal' && ['integer', 'decimal', 'float'].includes(inner.type)
    ? Number(inner.value)
    : undefined;
}

/** The text of a string in the statement. */
export function stringIn(expression: Expression | undefined): string | undefined {
  const inner = expression && bare(expression);
  return inner?.kind === 'literal' && (inner.type === 'string' || inner.type === 'national-string')
    ? inner.value
    : undefined;
}
