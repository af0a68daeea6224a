import type { Expression } from '../ast/expression.ts';
import type { QualifiedName } from '../ast/node.ts';
import { type Findings, type Origin, type Relation, type Scope, sameName, type TableUse } from './relation.ts';

/** Relations of a scope that an assignment's target may belong to: the first is the one servers take. */
export function relationOf(target: Expression, { relations }: Scope): Relation | undefined {
  if (target.kind !== 'column') return undefined;
  const column = target.name.name;
  const may = relations.filter((relation) => isCalled(relation, target));
  return (
    may.find(({ columns }) => columns?.some(({ name }) => sameName(name, column))) ??
    may.find(({ columns }) => columns === undefined)
  );
}

function isCalled(
  { name, schema }: Relation,
  {
    table,
    schema: of,
  }: { readonly table: { readonly name: string } | undefined; readonly schema: { readonly name: string } | undefined },
): boolean {
  if (table === undefined) return true;
  if (name === undefined || !sameName(name, table.name)) return false;
  return of === undefined || schema === undefined || sameName(schema, of.name);
}

/** What a multi-table DELETE names before or behind its FROM: an alias or a table. */
export const relationNamed = ({ relations }: Scope, { schema, name }: QualifiedName): Relation | undefined =>
  relations.find((one) => isCalled(one, { table: name, schema }));

/** Marks the place that names a relation, and where it is a view the tables that columns of it stand for. */
export function markWritten(relation: Relation, columns: readonly string[] | 'all', findings: Findings): void {
  const { use } = relation;
  if (use === undefined) return;
  const at = findings.tables.indexOf(use);
  if (at !== -1) findings.tables[at] = { ...use, access: 'write' };
  const targets = (relation.columns ?? [])
    .filter(({ name, isPlain }) => isPlain && (columns === 'all' || columns.some((one) => sameName(one, name))))
    .flatMap(({ origins }) => origins);
  for (const [place, hidden] of findings.behindViews.entries())
    if (isPlaceOf(use, hidden) && targets.some((origin) => isTableOf(origin, hidden)))
      findings.behindViews[place] = { ...hidden, access: 'write' };
}

const isPlaceOf = (use: TableUse, hidden: TableUse): boolean => use.start === hidden.start && use.end === hidden.end;

const isTableOf = ({ schema, table }: Origin, use: TableUse): boolean =>
  sameName(table, use.table) && sameName(schema ?? '', use.schema ?? '');
