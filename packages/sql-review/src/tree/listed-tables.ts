import type { KnownStatement, QualifiedName } from '@myriad/sql';
import type { Context } from '../context.ts';
import { tablesChangedBy } from '../schema/needed-tables.ts';

/** A table that a statement names, and where. */
export interface NamedPlace {
  readonly schema: string | undefined;
  readonly table: string;
  readonly place: { readonly start: number; readonly end: number };
}

const placeOf = (name: QualifiedName): NamedPlace => ({
  schema: name.schema?.name,
  table: name.name.name,
  place: name,
});

/** Tables and views whose definition a statement makes, changes or takes away. */
export function namesDefinedBy(statement: KnownStatement): readonly NamedPlace[] {
  if (statement.kind === 'create-table' || statement.kind === 'create-view' || statement.kind === 'alter-view')
    return [placeOf(statement.name)];
  if (statement.kind === 'drop-view') return statement.names.map(placeOf);
  if (statement.kind === 'rename-table') return statement.renames.flatMap(({ from, to }) => [from, to].map(placeOf));
  return tablesChangedBy(statement).map(placeOf);
}

/** Tables whose rows a statement changes. */
export const namesWrittenBy = (statement: KnownStatement, { names }: Context): readonly NamedPlace[] =>
  statement.kind === 'load-data'
    ? [placeOf(statement.table)]
    : statement.kind === 'insert' || statement.kind === 'update' || statement.kind === 'delete'
      ? names()
          .tables.filter(({ access }) => access === 'write')
          .map((use) => ({ schema: use.schema, table: use.table, place: use }))
      : [];

/** `orders` in any schema, `pay.orders`, `pay.*`, `log_*`; without the case of letters. */
export function isListed(pattern: string, { schema, table }: NamedPlace): boolean {
  const dot = pattern.indexOf('.');
  const fits = (part: string, name: string) => {
    const [beginning = '', ...rest] = part.toLowerCase().split('*');
    const end = rest.at(-1);
    const text = name.toLowerCase();
    return end === undefined
      ? text === beginning
      : text.length >= beginning.length + end.length && text.startsWith(beginning) && text.endsWith(end);
  };
  if (dot === -1) return fits(pattern, table);
  return schema !== undefined && fits(pattern.slice(0, dot), schema) && fits(pattern.slice(dot + 1), table);
}
