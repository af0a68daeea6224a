import {
  type Aggregate,
  type Expression,
  type Node,
  type OrderItem,
  type Select,
  type SelectItem,
  walk,
} from '@myriad/sql';
import { bare } from '../tree/conditions.ts';
import type { Block, Ref, SortKey } from './block.ts';
import { type Building, readExpression } from './build-blocks.ts';
import { meaningOf, refOf, type Scope } from './scope.ts';

/** ORDER BY of a block; an index can give it where all of it are columns of one table. */
export function readSorting(
  building: Building,
  block: Block,
  items: readonly OrderItem[],
  outputs: readonly SelectItem[],
  scope: Scope,
): void {
  for (const { expression } of items) readExpression(building, block, expression, scope);
  const isFixed = items.every(
    ({ expression }) => bare(expression).kind === 'literal' && !outputAt(expression, outputs),
  );
  if (items.length === 0 || isFixed) return;
  block.sorts = true;
  if (block.group !== undefined || block.isAggregated) return;
  const keys = items.flatMap((item): readonly SortKey[] => {
    const ref = refOfItem(item, outputs, scope);
    return ref ? [{ ...ref, isDescending: item.direction === 'DESC' }] : [];
  });
  const isOne = keys.every(({ relation }) => relation === keys[0]?.relation);
  if (keys.length === items.length && isOne) block.order = keys;
}

/** GROUP BY, DISTINCT and aggregates of a select. */
export function readOutputs(building: Building, block: Block, select: Select, scope: Scope): void {
  const { groupBy, having, items, distinct, qualify } = select;
  for (const node of [having, qualify, ...select.windows]) if (node) readExpression(building, block, node, scope);
  const aggregates = items.flatMap(({ expression }) => aggregatesIn(expression));
  block.isAggregated = groupBy !== undefined || aggregates.length > 0;
  if (groupBy) {
    for (const { expression } of groupBy.items) readExpression(building, block, expression, scope);
    block.sorts = true;
    block.group = refsOf(groupBy.items.map((item) => refOfItem(item, items, scope)));
  } else if (distinct && aggregates.length === 0) {
    block.sorts = true;
    block.isAggregated = true;
    block.group = refsOf(
      items.map(({ expression }) => (expression.kind === 'star' ? undefined : refOf(expression, scope))),
    );
  } else readExtreme(block, items, aggregates, scope);
}

/** The lowest or highest value alone is the first entry of an index. */
function readExtreme(block: Block, items: readonly SelectItem[], aggregates: readonly Aggregate[], scope: Scope): void {
  const [only, ...others] = aggregates;
  const [argument] = only?.args ?? [];
  if (!only || !argument || others.length > 0 || items.length > 1 || items[0]?.expression !== only) return;
  const ref = only.name === 'MIN' || only.name === 'MAX' ? refOf(argument, scope) : undefined;
  if (!ref || block.relations.length > 1) return;
  block.order = [{ ...ref, isDescending: only.name === 'MAX' }];
  block.limit = 1;
}

const refsOf = (refs: readonly (Ref | undefined)[]): readonly Ref[] | undefined => {
  const known = refs.filter((ref) => ref !== undefined);
  return known.length === refs.length && known.every(({ relation }) => relation === known[0]?.relation)
    ? known
    : undefined;
};

/** A number is a place in the select list, a name may be an alias of it. */
function refOfItem({ expression }: OrderItem, outputs: readonly SelectItem[], scope: Scope): Ref | undefined {
  const inner = bare(expression);
  const at = outputAt(inner, outputs);
  if (at) return refOf(at, scope);
  if (inner.kind !== 'column') return undefined;
  const own = meaningOf(inner, scope)?.ref;
  const alias = inner.table === undefined ? aliased(inner.name.name, outputs) : undefined;
  return alias ? refOf(alias, scope) : own;
}

function outputAt(expression: Expression, outputs: readonly SelectItem[]): Expression | undefined {
  if (expression.kind !== 'literal' || expression.type !== 'integer') return undefined;
  const at = outputs[Number(expression.value) - 1]?.expression;
  return at === undefined || at.kind === 'star' ? undefined : at;
}

function aliased(name: string, outputs: readonly SelectItem[]): Expression | undefined {
  const found = outputs.find(({ alias }) => alias?.name.toLowerCase() === name.toLowerCase())?.expression;
  return found === undefined || found.kind === 'star' ? undefined : found;
}

function aggregatesIn(root: Node): readonly Aggregate[] {
  const found: Aggregate[] = [];
  walk(root, (node) => {
    if (node.kind === 'query') return 'skip';
    if (node.kind === 'aggregate' && (node as Aggregate).over === undefined) found.push(node as Aggregate);
    return undefined;
  });
  return found;
}
