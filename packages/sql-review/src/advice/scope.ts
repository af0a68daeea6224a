import type { Column, CommonTable, Expression } from '@myriad/sql';
import { columnNamed, isSame } from '../schema/table.ts';
import { bare, columnsIn } from '../tree/conditions.ts';
import type { Ref, Relation } from './block.ts';

/** What a name stands for: a stored column, or a value made from some tables. */
export interface Meaning {
  readonly ref: Ref | undefined;
  readonly relations: readonly Relation[];
}

/** Something in FROM. `outputs`: columns of a merged derived table; without them the relation's own. */
export interface Source {
  readonly name: string | undefined;
  readonly relation: Relation | undefined;
  readonly outputs: ReadonlyMap<string, Meaning> | undefined;
}

export interface Scope {
  readonly sources: Source[];
  readonly parent: Scope | undefined;
  readonly commonTables: ReadonlyMap<string, CommonTable>;
}

export const childScope = (parent: Scope | undefined, commonTables = parent?.commonTables): Scope => ({
  sources: [],
  parent,
  commonTables: commonTables ?? new Map(),
});

/** What a column means, in this scope or in those around it; `undefined`: nobody has it. */
export function meaningOf(column: Column, scope: Scope): Meaning | undefined {
  for (let reach: Scope | undefined = scope; reach !== undefined; reach = reach.parent) {
    const named = reach.sources.filter(({ name }) => column.table === undefined || isSame(name, column.table.name));
    const found = named.flatMap((source) => lookUp(column.name.name, source) ?? []);
    if (found[0] !== undefined) return found[0];
    const opaque = named.find(({ relation, outputs }) => relation && relation.table === undefined && !outputs);
    if (opaque?.relation) return { ref: undefined, relations: [opaque.relation] };
  }
  return undefined;
}

function lookUp(name: string, { relation, outputs }: Source): Meaning | undefined {
  if (outputs !== undefined) return outputs.get(name.toLowerCase());
  if (relation?.table === undefined) return undefined;
  const column = columnNamed(relation.table, name);
  return column && { ref: { relation, column }, relations: [relation] };
}

/** The stored column that an expression is, nothing around it but brackets. */
export function refOf(expression: Expression, scope: Scope): Ref | undefined {
  const inner = bare(expression);
  return inner.kind === 'column' ? meaningOf(inner, scope)?.ref : undefined;
}

/** Every table an expression takes values from; subqueries in it are not looked into. */
export function relationsOf(expression: Expression, scope: Scope): readonly Relation[] {
  const found = columnsIn(expression).flatMap((column) => meaningOf(column, scope)?.relations ?? []);
  return [...new Set(found)];
}
