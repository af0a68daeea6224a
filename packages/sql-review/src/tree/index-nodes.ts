import {
  type Aggregate,
  type AlterTable,
  type Assignment,
  type Binary,
  type Call,
  type ColumnDefinition,
  type CommonTable,
  type CreateTable,
  type DataType,
  type Delete,
  type IndexDefinition,
  type InList,
  type InQuery,
  type Insert,
  type Into,
  type Join,
  type Like,
  type Literal,
  type LoadData,
  type Lock,
  type NamedTable,
  type Node,
  type Query,
  type Select,
  type SelectItem,
  type SetOperation,
  type Statement,
  type Subquery,
  type Unary,
  type Update,
  walk,
} from '@myriad/sql';

/** The kinds that rules ask for. */
export interface IndexedKinds {
  readonly aggregate: Aggregate;
  readonly 'alter-table': AlterTable;
  readonly assignment: Assignment;
  readonly binary: Binary;
  readonly call: Call;
  readonly 'column-definition': ColumnDefinition;
  readonly 'common-table': CommonTable;
  readonly 'create-table': CreateTable;
  readonly 'data-type': DataType;
  readonly delete: Delete;
  readonly 'in-list': InList;
  readonly 'in-query': InQuery;
  readonly 'index-definition': IndexDefinition;
  readonly insert: Insert;
  readonly into: Into;
  readonly join: Join;
  readonly like: Like;
  readonly literal: Literal;
  readonly 'load-data': LoadData;
  readonly lock: Lock;
  readonly 'named-table': NamedTable;
  readonly query: Query;
  readonly select: Select;
  readonly 'select-item': SelectItem;
  readonly 'set-operation': SetOperation;
  readonly subquery: Subquery;
  readonly unary: Unary;
  readonly update: Update;
}

export type NodesByKind = <Kind extends keyof IndexedKinds>(kind: Kind) => readonly IndexedKinds[Kind][];

/** All nodes of a statement by kind, in one walk for all rules. What EXPLAIN explains is not run, so it is not judged. */
export function indexNodes(statement: Statement): NodesByKind {
  const byKind = new Map<string, Node[]>();
  walk(statement, (node) => {
    if (node.kind === 'explain') return 'skip';
    const list = byKind.get(node.kind);
    if (list) list.push(node);
    else byKind.set(node.kind, [node]);
    return undefined;
  });
  // The map's key is the node's own kind, which the type of Map cannot say.
  return <Kind extends keyof IndexedKinds>(kind: Kind) => (byKind.get(kind) ?? []) as unknown as IndexedKinds[Kind][];
}
