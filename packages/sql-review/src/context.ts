import {
  type Column,
  type Dialect,
  type Node,
  type QualifiedName,
  type ResolvedNames,
  resolveNames,
  type Statement,
  type Tokens,
} from '@myriad/sql';
import type { ReviewFacts } from './facts/facts.ts';
import type { PlanFacts } from './facts/plan.ts';
import type { TableStatistics } from './facts/statistics.ts';
import type { Schema, SchemaState } from './schema/schema.ts';
import { schemaFactsOf } from './schema/schema-facts.ts';
import { type ColumnModel, columnNamed, type TableModel } from './schema/table.ts';
import type { Suppression } from './suppressions.ts';
import type { KindMap, NodeKind } from './tree/kinds.ts';
import type { NodeList } from './tree/list-nodes.ts';
import type { History } from './walk/history.ts';

/** A stored column that a name in the text means. */
export interface StoredColumn {
  readonly table: TableModel;
  readonly column: ColumnModel;
}

/** All a rule may look at besides its node. */
export interface Context {
  readonly dialect: Dialect;
  readonly statement: Statement;
  readonly line: number;
  readonly tokens: Tokens;
  readonly facts: ReviewFacts;
  /** As it stands before this statement. */
  readonly schema: Schema;
  /** What earlier statements of the script did. */
  readonly history: History;
  readonly isLast: boolean;
  /** Comments of excuse that name a rule nobody knows. */
  readonly strayExcuses: readonly Suppression[];
  /** Every node of a kind in the statement, in the order of the text; what EXPLAIN explains is left out. */
  readonly nodes: <Kind extends NodeKind>(kind: Kind) => readonly KindMap[Kind][];
  readonly parentOf: (node: Node) => Node | undefined;
  readonly names: () => ResolvedNames;
  /** The stored column a name means, through aliases, common and derived tables; `undefined` when that is not known. */
  readonly columnOf: (column: Column) => StoredColumn | undefined;
  /** Of a routine, trigger or event: a parameter or variable, which looks like a column. */
  readonly isVariable: (column: Column) => boolean;
  readonly plan: PlanFacts | undefined;
  readonly statisticsOf: (name: {
    readonly schema: string | undefined;
    readonly name: string;
  }) => TableStatistics | undefined;
}

interface Given {
  readonly dialect: Dialect;
  readonly statement: Statement;
  readonly sql: string;
  readonly line: number;
  readonly tokens: Tokens;
  readonly facts: ReviewFacts;
  readonly schema: SchemaState;
  readonly history: History;
  readonly isLast: boolean;
  readonly strayExcuses: readonly Suppression[];
}

/** The context of a statement, and how to tell it which node is looked at: its parents are then found at once. */
export interface OpenContext {
  readonly context: Context;
  readonly lookAt: (place: number) => void;
}

/** What is costly is made when a rule first asks for it. */
export function makeContext(given: Given, list: NodeList): OpenContext {
  const { statement, sql, facts, schema } = given;
  let names: ResolvedNames | undefined;
  let stored: ReadonlyMap<Column, StoredColumn> | undefined;
  let variables: ReadonlySet<Column> | undefined;
  const resolve = (): ResolvedNames => {
    names ??= resolveNames(queryOf(statement), schemaFactsOf(schema));
    return names;
  };
  const { parentOf, lookAt } = makeParents(list);
  const context: Context = {
    dialect: given.dialect,
    statement,
    line: given.line,
    tokens: given.tokens,
    facts,
    schema,
    history: given.history,
    isLast: given.isLast,
    strayExcuses: given.strayExcuses,
    nodes: makeNodes(list),
    parentOf,
    names: resolve,
    columnOf: (column) => {
      if (schema.isEmpty()) return undefined;
      stored ??= storedColumns(resolve(), schema);
      return stored.get(column);
    },
    isVariable: (column) => {
      if (!programs.has(statement.kind)) return false;
      variables ??= variablesIn(resolve());
      return variables.has(column);
    },
    plan: facts.plans?.[sql],
    statisticsOf: ({ schema: of, name }) =>
      facts.statistics?.[(of === undefined ? name : `${of}.${name}`).toLowerCase()],
  };
  return { context, lookAt };
}

/** A statement is asked about few kinds: each is looked for by itself, which takes less than a map of them all. */
function makeNodes({ all }: NodeList): Context['nodes'] {
  let byKind: Map<string, readonly Node[]> | undefined;
  return (kind) => {
    byKind ??= new Map();
    let found = byKind.get(kind);
    if (found === undefined) {
      found = nodesOfKind(all, kind);
      byKind.set(kind, found);
    }
    // The list holds whatever kind was asked for, which its type cannot say.
    return found as never;
  };
}

function nodesOfKind(all: readonly Node[], kind: string): readonly Node[] {
  let found: Node[] | undefined;
  for (const node of all) {
    if (node.kind !== kind) continue;
    if (found === undefined) found = [node];
    else found.push(node);
  }
  return found ?? none;
}

const none: readonly Node[] = [];

/** A rule asks for the parent of its node, then for the parent of that: both are known without a search. */
function makeParents({ all, parents }: NodeList) {
  let places: ReadonlyMap<Node, number> | undefined;
  let [here, last] = [0, 0];
  const placeOf = (node: Node): number => {
    if (all[last] === node) return last;
    if (all[here] === node) return here;
    const near = placeByStart(all, node);
    if (near !== -1) return near;
    places ??= placesOf(all);
    return places.get(node) ?? -1;
  };
  return {
    parentOf: (node: Node): Node | undefined => {
      last = parents[placeOf(node)] ?? -1;
      return all[last];
    },
    lookAt: (place: number): void => {
      here = place;
    },
  };
}

/** Nearly all nodes stand in the order of the text: a search finds them, where a map of a long INSERT would take 100 MB. */
function placeByStart(all: readonly Node[], node: Node): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? 0) < node.start) low = middle + 1;
    else high = middle;
  }
  for (let place = low; all[place]?.start === node.start; place += 1) if (all[place] === node) return place;
  return -1;
}

function placesOf(all: readonly Node[]): ReadonlyMap<Node, number> {
  const places = new Map<Node, number>();
  for (const [place, node] of all.entries()) places.set(node, place);
  return places;
}

/** Names are resolved in queries and changes: those of a view and of a table made by a query too. */
function queryOf(statement: Statement): Statement {
  if (statement.kind === 'create-view' || statement.kind === 'alter-view') return statement.query;
  if (statement.kind === 'create-table') return statement.query ?? statement;
  return statement.kind === 'explain' ? (statement.statement ?? statement) : statement;
}

const programs: ReadonlySet<Statement['kind']> = new Set([
  'create-routine',
  'create-package',
  'create-trigger',
  'define-event',
  'block',
]);

const variablesIn = ({ columns }: ResolvedNames): ReadonlySet<Column> =>
  new Set(columns.flatMap(({ column, verdict }) => (verdict === 'variable' ? [column] : [])));

function storedColumns({ columns }: ResolvedNames, schema: Schema): ReadonlyMap<Column, StoredColumn> {
  const stored = new Map<Column, StoredColumn>();
  for (const { column, origins, verdict } of columns) {
    const [origin, ...others] = origins;
    if (origin === undefined || others.length > 0 || verdict !== 'found') continue;
    const table = schema.tableAt(origin.schema, origin.table);
    const found = table && columnNamed(table, origin.column);
    if (table && found) stored.set(column, { table, column: found });
  }
  return stored;
}

export const nameOf = ({ schema, name }: QualifiedName): { schema: string | undefined; name: string } => ({
  schema: schema?.name,
  name: name.name,
});
