import type { Column, Expression } from '../ast/expression.ts';
import type { Node } from '../ast/node.ts';
import type { Query } from '../ast/query.ts';
import { childrenOf } from '../ast/walk.ts';
import {
  childScope,
  type Findings,
  type Origin,
  type OutputColumn,
  type Relation,
  type ResolvedColumn,
  type Scope,
  sameName,
  unionOf,
} from './relation.ts';
import { resolveQuery } from './resolve-query.ts';

/** Every stored column an expression's value is made from; subqueries inside see this scope as the one around them. */
export function resolveExpression(root: Node, scope: Scope, findings: Findings): readonly Origin[] {
  const found: (readonly Origin[])[] = [];
  const nodes: Node[] = [root];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const expression = node as Expression | Query;
    if (expression.kind === 'query') {
      const outputs = resolveQuery(expression, childScope(scope), findings);
      found.push(...outputs.map(({ origins }) => origins));
    } else if (expression.kind === 'column') found.push(resolveColumn(expression, scope, findings));
    else if (expression.kind === 'binary' && expression.operator === 'COLLATE') nodes.push(expression.left);
    else nodes.push(...childrenOf(node).toReversed());
  }
  return unionOf(found);
}

export function resolveColumn(column: Column, scope: Scope, findings: Findings): readonly Origin[] {
  if (findings.program?.isVariable(column)) {
    findings.columns.push({ column, origins: [], verdict: 'variable' });
    return [];
  }
  for (let reach: Scope | undefined = scope; reach !== undefined; reach = reach.parent) {
    const answer = lookUp(column, reach);
    if (answer === undefined) continue;
    findings.columns.push(answer);
    return answer.origins;
  }
  const row = findings.program?.lookUp(column) ?? { column, origins: [], verdict: 'unknown' };
  findings.columns.push(row);
  return row.origins;
}

/** What one scope says; `undefined`: it has no such column, ask the one around it. */
export function lookUp(column: Column, scope: Scope): ResolvedColumn | undefined {
  const relations = scope.relations.filter((relation) => mayHold(column, relation));
  const named = relations.flatMap((relation) => outputsOf(relation, column.name.name));
  if (named.length === 1 || (named.length > 1 && scope.merged.has(column.name.name.toLowerCase())))
    return { column, origins: unionOf(named.map(({ origins }) => origins)), verdict: 'found' };
  if (named.length > 1) return { column, origins: unionOf(named.map(({ origins }) => origins)), verdict: 'ambiguous' };
  const open = relations.filter(({ columns }) => columns === undefined);
  if (open.length === 0) return undefined;
  const origins = open.map((relation) => storedColumn(relation, column.name.name));
  return { column, origins, verdict: open.length === 1 ? 'found' : 'ambiguous' };
}

function mayHold({ schema, table }: Column, relation: Relation): boolean {
  if (table === undefined) return true;
  if (relation.name === undefined || !sameName(relation.name, table.name)) return false;
  return schema === undefined || relation.schema === undefined || sameName(relation.schema, schema.name);
}

const outputsOf = ({ columns }: Relation, name: string): readonly OutputColumn[] =>
  columns === undefined ? [] : columns.filter((column) => sameName(column.name, name)).slice(0, 1);

/** A column of a table whose columns are not known: taken at its word. */
export function storedColumn({ schema, table, name }: Relation, column: string): Origin {
  return { schema, table: table ?? name ?? '', column };
}
