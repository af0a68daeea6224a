import { type Column, type Dialect, type Expression, printNode, type Select, walk } from '@myriad/sql';
import { isCallOf } from './calls.ts';
import { bare, conjuncts, isFixed, sameColumn } from './conditions.ts';

/** `WHERE state = 1`: the column has one value in every row. */
export function isFixedBy({ where, from }: Pick<Select, 'where' | 'from'>, column: Expression): boolean {
  const same = isSingle(from) ? sameName : sameColumn;
  return conjuncts(where).some(
    (one) =>
      one.kind === 'binary' &&
      one.operator === '=' &&
      ((same(one.left, column) && isFixed(one.right)) || (same(one.right, column) && isFixed(one.left))),
  );
}

/** One table, of which `a` and `t.a` are the same column. */
export const isSingle = ([first, more]: Select['from']): boolean =>
  first !== undefined && more === undefined && first.kind !== 'join' && first.kind !== 'table-group';

/** Two columns of one table. */
export function sameName(a: Expression, b: Expression): boolean {
  const [left, right] = [bare(a), bare(b)];
  return (
    left.kind === 'column' && right.kind === 'column' && left.name.name.toLowerCase() === right.name.name.toLowerCase()
  );
}

/** Nothing that a row could change: no column, no subquery, no chance. */
export function isConstant(expression: Expression): boolean {
  let holds = true;
  walk(expression, (node) => {
    if (node.kind === 'column' || node.kind === 'query' || node.kind === 'aggregate' || node.kind === 'match-against')
      holds = false;
    if (isCallOf(node, 'RAND', 'UUID', 'RANDOM_BYTES', 'VALUES') || node.kind === 'values-of') holds = false;
    // A call of somebody's own function may read anything; @n := @n + 1 counts.
    if (node.kind === 'binary' && 'operator' in node && node.operator === ':=') holds = false;
    return undefined;
  });
  return holds;
}

const textOf = (expression: Expression, dialect: Dialect): string => printNode(bare(expression), dialect).toLowerCase();

/** What is grouped by, as the select list writes it: positions and aliases stand for their item. */
export function groupedTexts(
  { items, groupBy }: Pick<Select, 'items' | 'groupBy'>,
  dialect: Dialect,
): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const { expression } of groupBy?.items ?? []) {
    const inner = bare(expression);
    texts.add(textOf(inner, dialect));
    const item =
      inner.kind === 'literal' && inner.type === 'integer'
        ? items[Number(inner.value) - 1]
        : items.find(({ alias }) => alias && inner.kind === 'column' && isCalled(alias.name, inner));
    if (item && item.expression.kind !== 'star') texts.add(textOf(item.expression, dialect));
    // a and t.a are one column, as far as the text tells.
    if (inner.kind === 'column') texts.add(inner.name.name.toLowerCase());
  }
  return texts;
}

const isCalled = (name: string, column: Column): boolean =>
  column.table === undefined && column.name.name.toLowerCase() === name.toLowerCase();

/** What may be grouped by as a whole. */
const whole: ReadonlySet<string> = new Set(['call', 'special-call', 'cast', 'binary', 'case', 'column']);
const gathering: ReadonlySet<string> = new Set(['any_value', 'grouping', 'uuid', 'now']);

/** Columns of an expression that are neither gathered by an aggregate nor part of what is grouped by. */
export function looseColumns(root: Expression, grouped: ReadonlySet<string>, dialect: Dialect): readonly Column[] {
  const found: Column[] = [];
  walk(root, (node) => {
    if (node.kind === 'query' || (node.kind === 'aggregate' && !('over' in node && node.over))) return 'skip';
    if (node.kind === 'call' && 'name' in node && gathering.has(String(node.name).toLowerCase())) return 'skip';
    if (grouped.size > 0 && whole.has(node.kind) && grouped.has(printNode(node, dialect).toLowerCase())) return 'skip';
    if (node.kind === 'column' && !grouped.has((node as Column).name.name.toLowerCase())) found.push(node as Column);
    return undefined;
  });
  return found;
}

/** Whether the list gathers rows: it holds an aggregate that is no window function. */
export function hasAggregate({ items }: Pick<Select, 'items'>): boolean {
  let found = false;
  for (const { expression } of items)
    walk(expression, (node) => {
      if (node.kind === 'query') return 'skip';
      if (node.kind === 'aggregate' && !('over' in node && node.over)) found = true;
      return undefined;
    });
  return found;
}
