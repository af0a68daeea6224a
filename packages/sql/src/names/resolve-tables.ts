import type { QualifiedName } from '../ast/node.ts';
import type { JsonTableColumn, NamedTable, Query, TableReference } from '../ast/query.ts';
import {
  childScope,
  type Findings,
  type OutputColumn,
  type Relation,
  type Scope,
  type SeenView,
  type TableUse,
  unionOf,
} from './relation.ts';
import { resolveExpression } from './resolve-expression.ts';
import { renamed, resolveQuery } from './resolve-query.ts';

/** Adds what a FROM entry brings to the scope. Entries to its left are in the scope already: LATERAL sees them. */
export function addRelations(table: TableReference, scope: Scope, findings: Findings): void {
  switch (table.kind) {
    case 'named-table':
      scope.relations.push(namedRelation(table, scope, findings));
      return;
    case 'derived-table': {
      const outer = table.lateral ? scope : scope.parent;
      const outputs = resolveQuery(table.query, childScope(outer, scope.commonTables), findings);
      const columns = renamed(
        outputs,
        table.columns.map(({ name }) => name),
      );
      scope.relations.push({ name: table.alias?.name, schema: undefined, table: undefined, columns });
      return;
    }
    case 'json-table': {
      const origins = resolveExpression(table.document, scope, findings);
      const columns = jsonColumns(table.columns).map((name) => ({ name, origins, isPlain: false }));
      scope.relations.push({ name: table.alias?.name, schema: undefined, table: undefined, columns });
      return;
    }
    case 'table-group':
      for (const one of table.tables) addRelations(one, scope, findings);
      return;
    case 'join':
      addJoin(table, scope, findings);
  }
}

function addJoin(join: Extract<TableReference, { kind: 'join' }>, scope: Scope, findings: Findings): void {
  // The left side of a long chain is as deep as the chain is long.
  const chain = [join];
  for (let left = join.left; left.kind === 'join'; left = left.left) chain.push(left);
  const innermost = chain.at(-1);
  if (innermost) addRelations(innermost.left, scope, findings);
  for (const { right, on, using, natural } of chain.toReversed()) {
    const before = scope.relations.length;
    addRelations(right, scope, findings);
    for (const { name } of using) scope.merged.add(name.toLowerCase());
    if (natural) for (const name of sharedNames(scope.relations, before)) scope.merged.add(name);
    if (on) resolveExpression(on, scope, findings);
  }
}

function sharedNames(relations: readonly Relation[], before: number): readonly string[] {
  const namesOf = (some: readonly Relation[]) =>
    new Set(some.flatMap(({ columns }) => columns ?? []).map(({ name }) => name.toLowerCase()));
  const right = namesOf(relations.slice(before));
  return [...namesOf(relations.slice(0, before))].filter((name) => right.has(name));
}

function jsonColumns(columns: readonly JsonTableColumn[]): readonly string[] {
  return columns.flatMap((column) =>
    column.role === 'nested' ? jsonColumns(column.columns) : (column.name?.name ?? []),
  );
}

/** A common table, a view looked through, or a stored table. */
function namedRelation({ name, alias }: NamedTable, scope: Scope, findings: Findings): Relation {
  const schema = name.schema?.name;
  const table = name.name.name;
  const called = alias?.name ?? table;
  const common = schema === undefined ? scope.commonTables.get(table.toLowerCase()) : undefined;
  if (common !== undefined) return { name: called, schema: undefined, table: undefined, columns: common };
  return { ...storedRelation(name, 'read', findings), name: called };
}

/** A stored table or a view, written down as used. */
export function storedRelation(
  name: QualifiedName,
  access: TableUse['access'],
  findings: Findings,
): Relation & { readonly use: TableUse } {
  const [schema, table] = [name.schema?.name, name.name.name];
  const use: TableUse = { schema, table, access, start: name.start, end: name.end };
  findings.tables.push(use);
  const columns = viewColumns(use, findings) ?? tableColumns(schema, table, findings);
  return { name: table, schema, table, columns, use };
}

function tableColumns(
  schema: string | undefined,
  table: string,
  { facts }: Findings,
): readonly OutputColumn[] | undefined {
  const names = facts.columnsOf?.(schema, table);
  return names?.map((column) => ({ name: column, origins: [{ schema, table, column }], isPlain: true }));
}

function viewColumns(view: TableUse, findings: Findings): readonly OutputColumn[] | undefined {
  const { schema, table, start, end } = view;
  const key = keyOf(view);
  const query = findings.openViews.has(key) ? undefined : findings.facts.viewOf?.(schema, table);
  if (query === undefined) return undefined;
  const seen = findings.seenViews.get(key) ?? lookThrough(query, key, findings);
  findings.seenViews.set(key, seen);
  for (const use of seen.uses) findings.behindViews.push({ ...use, start, end, view: table });
  const names = findings.facts.columnsOf?.(schema, table) ?? [];
  return renamed(seen.outputs, names).map((output) => ({ ...output, origins: unionOf([output.origins]) }));
}

const keyOf = ({ schema, table }: Pick<TableUse, 'schema' | 'table'>): string =>
  `${schema ?? ''}.${table}`.toLowerCase();

/** Columns and tables inside a view are not in this text. */
function lookThrough(query: Query, key: string, findings: Findings): SeenView {
  const inside: Findings = { ...findings, columns: [], tables: [], behindViews: [] };
  findings.openViews.add(key);
  const outputs = resolveQuery(query, childScope(undefined), inside);
  findings.openViews.delete(key);
  const uses = new Map([...inside.tables, ...inside.behindViews].map((use) => [`${use.access} ${keyOf(use)}`, use]));
  return { outputs, uses: [...uses.values()] };
}
