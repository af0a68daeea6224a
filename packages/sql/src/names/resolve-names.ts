import type { Assignment, Delete, Insert, Update } from '../ast/dml.ts';
import type { Expression } from '../ast/expression.ts';
import type { Query } from '../ast/query.ts';
import type { Statement } from '../ast/statement.ts';
import {
  childScope,
  type Findings,
  type HiddenUse,
  type Origin,
  type OutputColumn,
  type Relation,
  type ResolvedColumn,
  type SchemaFacts,
  type Scope,
  type TableUse,
} from './relation.ts';
import { resolveExpression } from './resolve-expression.ts';
import { resolveProgram } from './resolve-program.ts';
import { resolveQuery, withCommonTables } from './resolve-query.ts';
import { addRelations, storedRelation } from './resolve-tables.ts';
import { markWritten, relationNamed, relationOf } from './written-tables.ts';

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
  /** What the views among them stand on, as far as the facts tell; `resolveNames` of a view's change says which it writes. */
  readonly behindViews: readonly HiddenUse[];
  /** What a query gives; empty for other statements. */
  readonly outputs: readonly OutputColumn[];
  readonly writes: readonly ColumnWrite[];
}

/**
 * What the names in a query or a data change mean: through common tables, derived tables, LATERAL, unions, views and
 * JSON_TABLE. Without facts about the schema it says what the text alone tells. In routines, triggers and events it resolves
 * what stands in their bodies. Other statements: no names.
 */
export function resolveNames(statement: Statement, facts: SchemaFacts = {}): ResolvedNames {
  const once = { openViews: new Set<string>(), seenViews: new Map(), firstParts: new Map() };
  const findings: Findings = { facts, columns: [], tables: [], behindViews: [], ...once };
  const { columns, tables, behindViews } = findings;
  const found = { columns, tables, behindViews };
  if (statement.kind === 'query')
    return { ...found, outputs: resolveQuery(statement, childScope(undefined), findings), writes: [] };
  return { ...found, outputs: [], writes: resolveStatement(statement, findings) };
}

function resolveStatement(statement: Statement, findings: Findings): readonly ColumnWrite[] {
  switch (statement.kind) {
    case 'query':
      resolveQuery(statement, childScope(undefined), findings);
      return [];
    case 'insert':
      return resolveInsert(statement, findings);
    case 'update':
      return resolveUpdate(statement, findings);
    case 'delete':
      resolveDelete(statement, findings);
      return [];
    case 'create-routine':
    case 'create-package':
    case 'block':
    case 'create-trigger':
    case 'define-event': {
      const writes: ColumnWrite[] = [];
      resolveProgram(statement, findings, (inner, own) => writes.push(...resolveStatement(inner, own)));
      return writes;
    }
    default:
      return [];
  }
}

function resolveInsert(insert: Insert, findings: Findings): readonly ColumnWrite[] {
  const { schema, name } = insert.table;
  const relation = storedRelation(insert.table, 'write', findings);
  const scope = childScope(undefined);
  scope.relations.push(relation);
  const named = insert.columns?.map((column) => (column.kind === 'column' ? column.name.name : ''));
  const columns = named ?? relation.columns?.map((column) => column.name) ?? [];
  markWritten(relation, named ?? 'all', findings);
  const origin = (column: string): Origin => ({ schema: schema?.name, table: name.name, column });
  const writes: ColumnWrite[] = resolveAssignments(insert.assignments, scope, findings);
  for (const row of insert.rows) for (const item of row.items) resolveExpression(item, scope, findings);
  if (insert.query) {
    const outputs = resolveQuery(insert.query, childScope(undefined), findings);
    for (const [at, { origins }] of outputs.entries()) writes.push({ target: origin(columns[at] ?? '*'), origins });
  } else if (insert.rows.length > 0) writes.push(...columns.map((column) => ({ target: origin(column), origins: [] })));
  const around = insert.query && insert.onDuplicate.length > 0 ? scopeOfQuery(insert.query, findings) : undefined;
  const fresh = childScope(around);
  if (insert.rowAlias) fresh.relations.push(freshRow(insert, relation));
  writes.push(...resolveAssignments(insert.onDuplicate, { ...scope, parent: fresh }, findings));
  for (const { expression } of insert.returning)
    if (expression.kind !== 'star') resolveExpression(expression, scope, findings);
  return writes;
}

/** The row that was to be inserted, `VALUES (…) AS new(a, b)`: its values are no stored columns. A bare name is the table's first. */
function freshRow(insert: Insert, { columns: stored }: Relation): Relation {
  const set = insert.source === 'set' ? insert.assignments.map(({ target }) => target) : undefined;
  const listed = (insert.columns?.length ? insert.columns : set)?.flatMap((column) =>
    column.kind === 'column' ? [column.name.name] : [],
  );
  const named = insert.rowColumns.length > 0 ? insert.rowColumns.map(({ name }) => name) : listed;
  const columns = named?.map((name): OutputColumn => ({ name, origins: [], isPlain: false })) ?? stored;
  return { name: insert.rowAlias?.name, schema: undefined, table: insert.table.name.name, columns };
}

/** The tables of INSERT … SELECT, which ON DUPLICATE KEY UPDATE sees too. They were resolved before: nothing is told of them again. */
function scopeOfQuery({ with: clause, body }: Query, findings: Findings): Scope {
  const quiet: Findings = { ...findings, columns: [], tables: [], behindViews: [] };
  const outer = clause ? withCommonTables(clause, childScope(undefined), quiet) : childScope(undefined);
  const scope = childScope(outer);
  if (body.kind === 'select') for (const table of body.from) addRelations(table, scope, quiet);
  return scope;
}

function resolveUpdate(update: Update, findings: Findings): readonly ColumnWrite[] {
  const scope = scopeOf(update, findings);
  const writes = resolveAssignments(update.assignments, scope, findings);
  resolveRest(update, scope, findings);
  for (const { target } of update.assignments) {
    const relation = relationOf(target, scope);
    if (relation && target.kind === 'column') markWritten(relation, [target.name.name], findings);
  }
  return writes;
}

function resolveDelete(statement: Delete, findings: Findings): void {
  const scope = scopeOf(statement, findings);
  resolveRest(statement, scope, findings);
  const isSingle = statement.form === 'single' || statement.form === 'history';
  const targets = isSingle ? scope.relations.slice(0, 1) : statement.targets.map((name) => relationNamed(scope, name));
  for (const relation of targets) if (relation) markWritten(relation, 'all', findings);
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

function resolveRest({ where, orderBy, returning }: Update | Delete, scope: Scope, findings: Findings): void {
  const expressions: readonly (Expression | undefined)[] = [where, ...orderBy.map(({ expression }) => expression)];
  for (const expression of expressions) if (expression) resolveExpression(expression, scope, findings);
  for (const { expression } of returning)
    if (expression.kind !== 'star') resolveExpression(expression, scope, findings);
}
