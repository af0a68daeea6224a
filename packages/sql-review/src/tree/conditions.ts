import { type Binary, type Column, type Expression, type Node, walk } from '@myriad/sql';

/** Without the brackets around it. */
export function bare(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === 'parenthesised') inner = inner.inner;
  return inner;
}

/** What AND joins, through brackets: a single condition is a list of one. */
export function conjuncts(expression: Expression | undefined): readonly Expression[] {
  if (expression === undefined) return [];
  const inner = bare(expression);
  return inner.kind === 'logical' && inner.operator === 'AND' ? inner.operands.flatMap(conjuncts) : [inner];
}

/** The columns below a node; those of subqueries are their own business. */
export function columnsIn(root: Node): readonly Column[] {
  if (root.kind === 'literal') return [];
  if (root.kind === 'column') return [root as Column];
  const found: Column[] = [];
  walk(root, (node, parent) => {
    if (node.kind === 'query') return 'skip';
    // The right side of COLLATE is a word of the server.
    const isCollation =
      parent?.kind === 'binary' && (parent as Binary).operator === 'COLLATE' && (parent as Binary).right === node;
    if (node.kind === 'column' && !isCollation) found.push(node as Column);
    return undefined;
  });
  return found;
}

/** Conditions that choose rows one by one: =, IN, LIKE and their kin, wherever they stand below a filter. */
export function conditionsIn(filter: Expression | undefined): readonly Expression[] {
  if (filter === undefined) return [];
  const inner = bare(filter);
  if (inner.kind === 'logical') return inner.operands.flatMap(conditionsIn);
  if (inner.kind === 'unary' && (inner.operator === 'NOT' || inner.operator === '!'))
    return conditionsIn(inner.operand);
  return [inner];
}

const comparisons: ReadonlySet<string> = new Set(['=', '<=>', '<', '<=', '>', '>=', '<>', '!=']);

export const isComparison = (operator: string): boolean => comparisons.has(operator);

export const isNull = (expression: Expression): boolean => {
  const inner = bare(expression);
  return inner.kind === 'literal' && inner.type === 'null';
};

/** A value that no row changes: a literal, a parameter, a variable. */
export const isFixed = (expression: Expression): boolean => {
  const inner = bare(expression);
  if (inner.kind === 'unary') return isFixed(inner.operand);
  return inner.kind === 'literal' || inner.kind === 'parameter' || inner.kind === 'user-variable';
};

/** Two ways to write one column: names without their case, and without the table when one of them leaves it out. */
export function sameColumn(a: Expression, b: Expression): boolean {
  const [left, right] = [bare(a), bare(b)];
  if (left.kind !== 'column' || right.kind !== 'column') return false;
  const same = (x: string | undefined, y: string | undefined) => x?.toLowerCase() === y?.toLowerCase();
  return same(left.name.name, right.name.name) && same(left.table?.name, right.table?.name);
}

/** What a condition compares, without brackets: both sides of an operator, or what IN, LIKE, BETWEEN and IS look at. */
export function sidesOf(condition: Expression): readonly Expression[] {
  if (condition.kind === 'binary') return [bare(condition.left), bare(condition.right)];
  return 'operand' in condition && condition.operand !== undefined ? [bare(condition.operand)] : [];
}

/** One text for each column as `sameColumn` compares them; `undefined` for what is no column. */
export function columnKey(expression: Expression): string | undefined {
  const inner = bare(expression);
  if (inner.kind !== 'column') return undefined;
  return `${inner.table?.name ?? ''}\u0000${inner.name.name}`.toLowerCase();
}

/** Items whose key stood before; those without a key never do. Linear, for lists of any length. */
export function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): readonly Item[] {
  if (items.length < 2) return [];
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (key === undefined) return false;
    const isAgain = seen.has(key);
    seen.add(key);
    return isAgain;
  });
}
