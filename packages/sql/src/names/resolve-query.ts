import type { Expression } from '../ast/expression.ts';
import type { OrderItem, Query, QueryBody, Select, SelectItem, With } from '../ast/query.ts';
import {
  childScope,
  type Findings,
  mostColumns,
  type OutputColumn,
  type Scope,
  sameName,
  unionOf,
} from './relation.ts';
import { resolveExpression, storedColumn } from './resolve-expression.ts';
import { addRelations } from './resolve-tables.ts';

/** The columns a query gives. `scope` is what it sees of the outside. */
export function resolveQuery(query: Query, scope: Scope, findings: Findings): readonly OutputColumn[] {
  const inside = query.with === undefined ? scope : withCommonTables(query.with, scope, findings);
  const { outputs, scope: bodyScope } = resolveBody(query.body, inside, findings);
  const sorted = query.body.kind === 'select' ? bodyScope : childScope(inside);
  for (const item of query.orderBy) resolveSorting(item, sorted, outputs, findings);
  return outputs;
}

/** Each common table sees those before it; a recursive one sees what its own first part gives. */
export function withCommonTables(clause: With, scope: Scope, findings: Findings): Scope {
  const tables = new Map(scope.commonTables);
  for (const { name, columns, query } of clause.tables) {
    const key = name.name.toLowerCase();
    if (clause.recursive && query.body.kind === 'set-operation') {
      const first = lookAtFirst(query.body.first, childScope(scope, tables), findings);
      tables.set(
        key,
        renamed(
          first,
          columns.map((one) => one.name),
        ),
      );
    }
    const outputs = resolveQuery(query, childScope(scope, new Map(tables)), findings);
    tables.set(
      key,
      renamed(
        outputs,
        columns.map((one) => one.name),
      ),
    );
  }
  return childScope(scope, tables);
}

/** A look at the first part only: what it finds is found again with the whole. */
function lookAtFirst(first: QueryBody, scope: Scope, findings: Findings): readonly OutputColumn[] {
  const known = findings.firstParts.get(first);
  if (known) return known;
  const { outputs } = resolveBody(first, scope, { ...findings, columns: [], tables: [], behindViews: [] });
  findings.firstParts.set(first, outputs);
  return outputs;
}

/** The same columns under the names of a column list. */
export function renamed(outputs: readonly OutputColumn[], names: readonly string[]): readonly OutputColumn[] {
  return names.length === 0 ? outputs : outputs.map((output, at) => ({ ...output, name: names[at] ?? output.name }));
}

interface Body {
  readonly outputs: readonly OutputColumn[];
  readonly scope: Scope;
}

function resolveBody(body: QueryBody, outer: Scope, findings: Findings): Body {
  switch (body.kind) {
    case 'select':
      return resolveSelect(body, outer, findings);
    case 'query':
      return { outputs: resolveQuery(body, childScope(outer), findings), scope: outer };
    case 'set-operation': {
      const parts = [body.first, ...body.rest.map((part) => part.body)];
      const outputs = parts.map((part) => resolveBody(part, childScope(outer), findings).outputs);
      return { outputs: mergeByPosition(outputs), scope: outer };
    }
    case 'values-table': {
      const rows = body.rows.map(({ items }) => items.map((item) => resolveExpression(item, outer, findings)));
      const width = rows[0]?.length ?? 0;
      const outputs = Array.from({ length: width }, (_, at) => ({
        name: `column_${at}`,
        origins: unionOf(rows.map((row) => row[at] ?? [])),
        isPlain: false,
      }));
      return { outputs, scope: outer };
    }
    case 'table-query': {
      const scope = childScope(outer);
      const none = { partitions: [], systemTime: undefined, alias: undefined, indexHints: [], sample: undefined };
      addRelations(
        { ...none, kind: 'named-table', start: body.start, end: body.end, name: body.name },
        scope,
        findings,
      );
      return { outputs: expandStar(undefined, scope), scope };
    }
  }
}

/** Names are those of the first part, values come from all. */
function mergeByPosition(parts: readonly (readonly OutputColumn[])[]): readonly OutputColumn[] {
  const [first = []] = parts;
  return first.map(({ name, isPlain }, at) => {
    const origins = unionOf(parts.map((part) => part[at]?.origins ?? []));
    return { name, origins, isPlain: isPlain && parts.every((part) => part[at]?.isPlain === true) };
  });
}

function resolveSelect(select: Select, outer: Scope, findings: Findings): Body {
  const scope = childScope(outer);
  for (const table of select.from) addRelations(table, scope, findings);
  const outputs: OutputColumn[] = [];
  for (const item of select.items)
    outputs.push(...resolveItem(item, scope, findings).slice(0, mostColumns - outputs.length));
  if (select.where) resolveExpression(select.where, scope, findings);
  for (const item of select.groupBy?.items ?? []) resolveSorting(item, scope, outputs, findings);
  if (select.having) resolveWithAliases(select.having, scope, outputs, findings);
  for (const { spec } of select.windows) resolveExpression(spec, scope, findings);
  if (select.qualify) resolveWithAliases(select.qualify, scope, outputs, findings);
  return { outputs, scope };
}

function resolveItem({ expression, alias }: SelectItem, scope: Scope, findings: Findings): readonly OutputColumn[] {
  if (expression.kind === 'star') return expandStar(expression.table?.name, scope);
  const origins = resolveExpression(expression, scope, findings);
  const isPlain = expression.kind === 'column';
  const name = alias?.name ?? (isPlain ? expression.name.name : '');
  return [{ name, origins, isPlain }];
}

/** All columns of one relation, or of all; those that USING made one stand once. */
function expandStar(table: string | undefined, scope: Scope): readonly OutputColumn[] {
  const seen = new Set<string>();
  return scope.relations
    .filter(({ name }) => table === undefined || (name !== undefined && sameName(name, table)))
    .flatMap(
      (relation) =>
        relation.columns ?? [
          { name: '*', origins: [storedColumn(relation, '*')], isPlain: true } satisfies OutputColumn,
        ],
    )
    .filter(({ name }) => {
      const key = name.toLowerCase();
      const again = table === undefined && scope.merged.has(key) && seen.has(key);
      seen.add(key);
      return !again;
    });
}

function resolveSorting(
  { expression }: OrderItem,
  scope: Scope,
  outputs: readonly OutputColumn[],
  findings: Findings,
): void {
  // A number is a position in the select list.
  if (expression.kind === 'literal') return;
  resolveWithAliases(expression, scope, outputs, findings);
}

/** Where the names of the select list may be used beside the columns. */
function resolveWithAliases(
  expression: Expression,
  scope: Scope,
  outputs: readonly OutputColumn[],
  findings: Findings,
): void {
  const aliases = {
    name: undefined,
    schema: undefined,
    table: undefined,
    columns: outputs.filter(({ name }) => name !== '*'),
  };
  const isAlias = expression.kind === 'column' && expression.table === undefined;
  if (isAlias && outputs.some(({ name }) => sameName(name, expression.name.name))) {
    resolveExpression(
      expression,
      { ...childScope(undefined), relations: [aliases], merged: mergedNames(outputs) },
      findings,
    );
    return;
  }
  const known = { ...childScope(scope.parent, scope.commonTables), relations: scope.relations, merged: scope.merged };
  const around = { ...known, parent: { ...childScope(scope.parent, scope.commonTables), relations: [aliases] } };
  resolveExpression(expression, around, findings);
}

/** Two columns of one name in a select list are no fault of the clause that sorts by it. */
const mergedNames = (outputs: readonly OutputColumn[]): Set<string> =>
  new Set(outputs.map(({ name }) => name.toLowerCase()));
