import type { Dialect, Expression } from '@myriad/sql';
import { bare } from '../tree/conditions.ts';
import type { Block } from './block.ts';
import { type Building, buildQuery, commonTables, readExpression, readSelect } from './build-blocks.ts';
import { equate } from './equate.ts';
import { isRowsOnly } from './mergeable.ts';
import { childScope, type Scope } from './scope.ts';

/**
 * `x IN (SELECT …)` and EXISTS at the top of a filter become a join where the server makes them one; an IN that does not is
 * asked for each row with its value. False: the condition is neither.
 */
export function addSemiJoin(building: Building, block: Block, condition: Expression, scope: Scope): boolean {
  const inner = bare(condition);
  if (inner.kind !== 'exists' && (inner.kind !== 'in-query' || inner.not)) return false;
  const { query } = inner;
  const { dialect, remarks, merged } = building;
  const select = isRowsOnly(query);
  const operand = inner.kind === 'in-query' && bare(inner.operand).kind !== 'row' ? inner.operand : undefined;
  merged.add(query);
  if (inner.kind === 'in-query') readExpression(building, block, inner.operand, scope);
  const join = (item: Expression | undefined, into: Block, inside: Scope) => {
    if (operand && item) equate(into, [operand, scope], [item, inside], dialect, remarks);
  };
  const first = select?.items[0]?.expression;
  const item = first?.kind === 'star' ? undefined : first;
  if (select === undefined || !joins(inner.kind, block, dialect)) {
    buildQuery(building, query, scope, block, (_, own, inside) => join(item, own, inside));
    return true;
  }
  const inside = childScope(childScope(scope, commonTables(scope, query.with?.tables)));
  const before = block.relations.length;
  readSelect(building, block, select, inside);
  join(item, block, inside);
  // Nothing of it is handed out: SELECT * inside EXISTS reads no columns.
  for (const relation of block.relations.slice(before)) relation.needsAll = false;
  return true;
}

/** Whether the server joins instead of asking row by row. */
function joins(kind: 'exists' | 'in-query', { changesRows }: Block, { flavour, versionNumber }: Dialect): boolean {
  if (flavour === 'mariadb') return !changesRows || versionNumber >= 110_100;
  if (changesRows) return versionNumber >= 80_021;
  return kind === 'in-query' ? versionNumber >= 50_700 : versionNumber >= 80_016;
}
