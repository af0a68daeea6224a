import {
  type CommonTable,
  type JsonTable,
  type NamedTable,
  type QualifiedName,
  resolveNames,
  type SchemaFacts,
  type Statement,
  type TableQuery,
  type TableUse,
  walk,
} from '@myriad/sql';
import type { AskedTables } from './ask-tables.ts';

export interface Judged {
  /** What differs, in words; empty: nothing. */
  readonly faults: readonly string[];
  /** Tables opened that the plan no longer names: constants, impossible conditions, unused joins. */
  readonly prunedCount: number;
}

export interface JudgedSchema {
  readonly facts: SchemaFacts;
  /** The session's own. */
  readonly schema: string;
  /** Tables that foreign keys tie to others, `schema.name` in lower case: a change opens them unnamed. */
  readonly kin?: ReadonlySet<string>;
}

/** Compares the tables we name, read and written, with those a server opened and planned. */
export function judgeTables(
  statement: Statement,
  asked: AskedTables,
  { facts, schema, kin = new Set() }: JudgedSchema,
): Judged {
  const { tables, behindViews } = resolveNames(statement, facts);
  const all = [...tables, ...behindViews];
  const keyOf = (use: Pick<TableUse, 'schema' | 'table'>) => `${use.schema ?? schema}.${use.table}`.toLowerCase();
  const ours = new Set(all.map(keyOf));
  const isStored = (use: TableUse) => facts.viewOf?.(use.schema, use.table) === undefined;
  const stored = new Set(all.filter(isStored).map(keyOf));
  const written = new Set(all.filter((use) => use.access === 'write' && isStored(use)).map(keyOf));
  const meant = meaningsIn(statement, facts, keyOf);
  const resolve = (name: string) => meant.get(name.toLowerCase()) ?? new Set<string>();
  const unstored = unstoredIn(statement);
  const unused = unusedIn(statement);
  const isUnused = ({ start, end }: TableUse) => unused.some((one) => start >= one.start && end <= one.end);
  const mayMiss = new Set(all.filter(isUnused).map(keyOf));
  const faults: string[] = [];
  for (const name of asked.opened)
    if (!ours.has(name) && !kin.has(name)) faults.push(`opened ${name}, not named by us`);
  for (const name of ours)
    if (!asked.opened.has(name) && !mayMiss.has(name)) faults.push(`we name ${name}, not opened`);
  const seen = new Set<string>();
  for (const name of asked.planned) {
    const tables = [...resolve(name)].filter((one) => stored.has(one));
    if (tables.length === 0 && !unstored.has(name.toLowerCase())) faults.push(`planned ${name}, not named by us`);
    for (const one of tables) seen.add(one);
  }
  for (const name of asked.changed)
    if (![...resolve(name)].some((one) => written.has(one))) faults.push(`changed ${name}, not written to us`);
  if (asked.changed.length > 0)
    for (const name of written)
      if (!asked.changed.some((one) => resolve(one).has(name))) faults.push(`we write ${name}, it does not change it`);
  for (const name of written) if (!asked.openedToWrite.has(name)) faults.push(`we write ${name}, opened to read only`);
  if (statement.kind === 'query' && written.size > 0) faults.push('a query writes to us');
  return { faults, prunedCount: [...stored].filter((one) => !seen.has(one)).length };
}

/** What a name in a plan may stand for: aliases and tables of the statement, and of the views it looks through. */
function meaningsIn(
  root: Statement,
  facts: SchemaFacts,
  keyOf: (use: Pick<TableUse, 'schema' | 'table'>) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const meant = new Map<string, Set<string>>();
  const seen = new Set<string>();
  const add = (called: string, name: QualifiedName): readonly string[] => {
    const [schema, table] = [name.schema?.name, name.name.name];
    const key = keyOf({ schema, table });
    const view = facts.viewOf?.(schema, table);
    const own = view === undefined ? [key] : addAll(view, seen.has(key));
    seen.add(key);
    const word = called.toLowerCase();
    meant.set(word, new Set([...(meant.get(word) ?? []), ...own]));
    return own;
  };
  const addAll = (node: Statement, isKnown = false): readonly string[] => {
    const found: string[] = [];
    for (const { name, alias } of namedTablesIn(node))
      if (isKnown) found.push(keyOf({ schema: name.schema?.name, table: name.name.name }));
      else found.push(...add(alias?.name ?? name.name.name, name));
    return found;
  };
  addAll(root);
  if (root.kind === 'insert') add(root.table.name.name, root.table);
  return meant;
}

type Named = Pick<NamedTable, 'name' | 'alias'>;
type Part = Statement | NamedTable | TableQuery | JsonTable | CommonTable;

function namedTablesIn(root: Statement): readonly Named[] {
  const found: Named[] = [];
  walk<Part>(root, (node) => {
    const part = node as Part;
    if (part.kind === 'named-table') found.push(part);
    if (part.kind === 'table-query') found.push({ name: part.name, alias: undefined });
    return undefined;
  });
  return found;
}

/** What a plan names that is no stored table: JSON_TABLE, and a recursive common table inside itself. */
function unstoredIn(root: Statement): ReadonlySet<string> {
  const names = new Set<string>();
  const common = new Set<string>();
  walk<Part>(root, (node) => {
    const part = node as Part;
    if (part.kind === 'json-table' && part.alias) names.add(part.alias.name.toLowerCase());
    if (part.kind === 'common-table') common.add(part.name.name.toLowerCase());
    return undefined;
  });
  for (const { name, alias } of namedTablesIn(root))
    if (name.schema === undefined && common.has(name.name.name.toLowerCase()))
      names.add((alias ?? name.name).name.toLowerCase());
  return names;
}

/** Places of common tables that nothing refers to: no server looks into them. */
function unusedIn(root: Statement): readonly CommonTable[] {
  const common: CommonTable[] = [];
  walk<Part>(root, (node) => {
    if (node.kind === 'common-table') common.push(node as CommonTable);
    return undefined;
  });
  const named = namedTablesIn(root);
  const isInside = (one: CommonTable, { start, end }: QualifiedName) => start >= one.start && end <= one.end;
  const isUsed = (one: CommonTable) =>
    named.some(
      ({ name }) =>
        name.schema === undefined &&
        name.name.name.toLowerCase() === one.name.name.toLowerCase() &&
        !isInside(one, name),
    );
  return common.filter((one) => !isUsed(one));
}
