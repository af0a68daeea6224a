import type { Assignment, Delete, Insert, Update } from '../ast/dml.ts';
import type { Expression } from '../ast/expression.ts';
import type { Statement } from '../ast/statement.ts';
import {
  childScope,
  type Findings,
  type Origin,
  type OutputColumn,
  type ResolvedColumn,
  type SchemaFacts,
  type Scope,
  sameName,
  type TableUse,
} from './relation.ts';
import { resolveExpression } from './resolve-expression.ts';
import { resolveQuery, withCommonTables } from './resolve-query.ts';
import { addRelations, storedRelation, useTable } from './resolve-tables.ts';

/** A stored column that is written, and all stored columns its new value is made from. */
export interface ColumnWrite {
  readonly target: Origin;
  readonly origins: readonly Origin[];
}

export interface ResolvedNames {
  /** Every column in the text, in the order of resolving. */
  readonly columns: readonly ResolvedColumn[];
  /** Stored tables, once for each place that names them. Common tables and derived tables are none. */
  readonly tables: readonly TableUse[];
  /** What a query gives; empty for other statements. */
  readonly outputs: readonly OutputColumn[];
  readonly writes: readonly ColumnWrite[];
}

/**
 * What the names in a query or a data change mean: through common tables, derived tables, LATERAL, unions, views and
 * JSON_TABLE. Without facts about the schema it says what the text alone tells. Other statements: no names.
 */
export function resolveNames(statement: Statement, facts: SchemaFacts = {}): ResolvedNames {
  const findings: Findings = { facts, columns: [], tables: [], openViews: new Set() };
  let [outputs, writes]: [readonly OutputColumn[], readonly ColumnWrite[]] = [[], []];
  if (statement.kind === 'query') outputs = resolveQuery(statement, childScope(undefined), findings);
  else if (statement.kind === 'insert') writes = resolveInsert(statement, findings);
  else if (statement.kind === 'update') writes = resolveUpdate(statement, findings);
  else if (statement.kind === 'delete') resolveDelete(statement, findings);
  return { columns: findings.columns, tables: findings.tables, outputs, writes };
}

function resolveInsert(insert: Insert, findings: Findings): readonly ColumnWrite[] {
  useTable(insert.table, 'write', findings);
  const { schema, name } = insert.table;
  const relation = storedRelation(schema?.name, name.name, findings);
  const scope = childScope(undefined);
  scope.relations.push(relation);
  const named = insert.columns?.map((column) => (column.kind === 'column' ? column.name.name : ''));
  const columns = named ?? relation.columns?.map((column) => column.name) ?? [];
  const origin = (column: string): Origin => ({ schema: schema?.name, table: name.name, column });
  const writes: ColumnWrite[] = resolveAssignments(insert.assignments, scope, findings);
  for (const row of insert.rows) for (const item of row.items) resolveExpression(item, scope, findings);
  if (insert.query) {
    const outputs = resolveQuery(insert.query, childScope(undefined), findings);
    for (const [at, { origins }] of outputs.entries()) writes.push({ target: origin(columns[at] ?? '*'), origins });
  } else if (insert.rows.length > 0) writes.push(...columns.map((column) => ({ target: origin(column), origins: [] })));
  if (insert.rowAlias)
    scope.relations.push({ name: insert.rowAlias.name, schema: undefined, table: undefined, columns: [] });
  writes.push(...resolveAssignments(insert.onDuplicate, scope, findings));
  for (const { expression } of insert.returning)
    if (expression.kind !== 'star') resolveExpression(expression, scope, findings);
  return writes;
}

function resolveUpdate(update: Update, findings: Findings): readonly ColumnWrite[] {
  const scope = scopeOf(update, findings);
  const writes = resolveAssignments(update.assignments, scope, findings);
  resolveRest(update, scope, findings);
  const written = (table: string) => writes.some(({ target }) => sameName(target.table, table));
  markWritten(findings, written);
  return writes;
}

function resolveDelete(statement: Delete, findings: Findings): void {
  const scope = scopeOf(statement, findings);
  resolveRest(statement, scope, findings);
  if (statement.form === 'single' || statement.form === 'history') markWritten(findings, () => true, 1);
  else {
    const targets = statement.targets.map(({ name }) => name.name);
    const stored = targets.map(
      (name) => scope.relations.find((one) => one.name !== undefined && sameName(one.name, name))?.table ?? name,
    );
    markWritten(findings, (table) => stored.some((one) => sameName(one, table)));
  }
}

function scopeOf(statement: Update | Delete, findings: Findings): Scope {
  const outer = statement.with
    ? withCommonTables(statement.with, childScope(undefined), findings)
    : childScope(undefined);
  const before = findings.tables.length;
  const scope = childScope(outer);
  for (const table of statement.tables) addRelations(table, scope, findings);
  // The statement's own tables stand first: those of its WITH are only read.
  findings.tables.unshift(...findings.tables.splice(before));
  return scope;
}

function resolveAssignments(assignments: readonly Assignment[], scope: Scope, findings: Findings): ColumnWrite[] {
  return assignments.flatMap(({ target, value }) => {
    const [first] = resolveExpression(target, scope, findings);
    const origins = resolveExpression(value, scope, findings);
    return first === undefined ? [] : [{ target: first, origins }];
  });
}

function resolveRest({ where, orderBy }: Update | Delete, scope: Scope, findings: Findings): void {
  const expressions: readonly (Expression | undefined)[] = [where, ...orderBy.map(({ expression }) => expression)];
  for (const expression of expressions) if (expression) resolveExpression(expression, scope, findings);
}

function markWritten(findings: Findings, isWritten: (table: string) => boolean, most = findings.tables.length): void {
  for (const [at, use] of findings.tables.entries())
    if (at < most && isWritten(use.table)) findings.tables[at] = { ...use, access: 'write' };
}
