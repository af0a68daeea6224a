import {
  type CommonTable,
  childrenOf,
  type Dialect,
  type Expression,
  type Node,
  type Query,
  type QueryBody,
  type Select,
  type Statement,
} from '@myriad/sql';
import type { Schema } from '../schema/schema.ts';
import { conjuncts } from '../tree/conditions.ts';
import { addFilter, type Block, newBlock, type Remark } from './block.ts';
import { readAlternatives, readCondition } from './read-condition.ts';
import { readOutputs, readSorting } from './read-sorting.ts';
import { addTables } from './read-tables.ts';
import { childScope, meaningOf, type Scope } from './scope.ts';
import { addSemiJoin } from './semi-join.ts';

/** What is being made of one statement. */
export interface Building {
  readonly schema: Schema;
  readonly dialect: Dialect;
  readonly blocks: Block[];
  readonly remarks: Remark[];
  /** Subqueries that became part of the block around them. */
  readonly merged: Set<Node>;
  /** Views being looked through, against views that name each other. */
  readonly openViews: Set<string>;
  /** Queries inside FROM that may still be opened: common tables that name each other twice grow without end. */
  readonly budget: { queries: number };
}

const mostQueries = 100;

/** The query blocks of a statement, with what stands in the way of indexes. */
export function buildBlocks(
  statement: Statement,
  schema: Schema,
  dialect: Dialect,
): Pick<Building, 'blocks' | 'remarks'> {
  const building: Building = {
    schema,
    dialect,
    blocks: [],
    remarks: [],
    merged: new Set(),
    openViews: new Set(),
    budget: { queries: mostQueries },
  };
  if (statement.kind === 'query') buildQuery(building, statement, undefined, undefined);
  else if (statement.kind === 'insert' && statement.query) buildQuery(building, statement.query, undefined, undefined);
  else if (statement.kind === 'create-table' && statement.query)
    buildQuery(building, statement.query, undefined, undefined);
  else if (statement.kind === 'update' || statement.kind === 'delete') buildChange(building, statement);
  return building;
}

function buildChange(building: Building, statement: Extract<Statement, { kind: 'update' | 'delete' }>): void {
  const outer = childScope(undefined, commonTables(undefined, statement.with?.tables));
  const block = open(building, undefined, true);
  const scope = childScope(outer);
  addTables(building, block, statement.tables, scope);
  readWhere(building, block, statement.where, scope);
  for (const { target, value } of statement.kind === 'update' ? statement.assignments : []) {
    readExpression(building, block, target, scope);
    readExpression(building, block, value, scope);
  }
  for (const relation of block.relations) relation.needsAll = true;
  readSorting(building, block, statement.orderBy, [], scope);
  block.limit = limitOf(statement.limit);
}

function open(building: Building, parent: Block | undefined, changesRows = false): Block {
  const block = newBlock(parent, changesRows);
  building.blocks.push(block);
  return block;
}

export function commonTables(
  around: Scope | undefined,
  tables: readonly CommonTable[] = [],
): ReadonlyMap<string, CommonTable> {
  return new Map([
    ...(around?.commonTables ?? []),
    ...tables.map((one) => [one.name.name.toLowerCase(), one] as const),
  ]);
}

/** A query of its own: its blocks run once, or once for each row of `parent`. `condition` is what IN compares with outside. */
export function buildQuery(
  building: Building,
  query: Query,
  around: Scope | undefined,
  parent: Block | undefined,
  condition?: (select: Select, block: Block, scope: Scope) => void,
): void {
  const scope = childScope(around, commonTables(around, query.with?.tables));
  buildBody(building, query.body, scope, parent, (select, block, inside) => {
    const isWhole = query.body === select;
    condition?.(select, block, inside);
    if (!isWhole) return;
    readSorting(building, block, query.orderBy, select.items, inside);
    if (query.limit) block.limit = limitOf(query.limit);
  });
}

type Finish = (select: Select, block: Block, scope: Scope) => void;

function buildBody(building: Building, body: QueryBody, scope: Scope, parent: Block | undefined, finish: Finish): void {
  if (body.kind === 'select') {
    const block = open(building, parent);
    const inside = childScope(scope);
    readSelect(building, block, body, inside);
    readOutputs(building, block, body, inside);
    finish(body, block, inside);
  } else if (body.kind === 'query') buildQuery(building, body, scope, parent, finish);
  else if (body.kind === 'set-operation')
    for (const part of [body.first, ...body.rest.map((one) => one.body)])
      buildBody(building, part, scope, parent, finish);
}

/** FROM and WHERE of a select, into a block that may have other tables already. */
export function readSelect(building: Building, block: Block, select: Select, scope: Scope): void {
  block.isStraight ||= select.options.includes('STRAIGHT_JOIN');
  addTables(building, block, select.from, scope);
  readWhere(building, block, select.where, scope);
  for (const { expression } of select.items) readExpression(building, block, expression, scope);
}

/** Conditions that must hold: those of WHERE, and of an inner join. */
export function readWhere(building: Building, block: Block, where: Expression | undefined, scope: Scope): void {
  const { dialect, remarks } = building;
  for (const condition of conjuncts(where)) {
    if (addSemiJoin(building, block, condition, scope)) continue;
    const reading = { block, scope, dialect, remarks };
    const found = readCondition(condition, reading);
    block.conditions.push(...found);
    const anyOf = found.length === 0 ? readAlternatives(condition, reading) : undefined;
    if (anyOf) block.anyOf.push(anyOf);
    readExpression(building, block, condition, scope, found.length === 0);
  }
}

/** Notes which columns are read, and builds the subqueries inside. */
export function readExpression(building: Building, block: Block, root: Node, scope: Scope, isFilter = false): void {
  const waiting: Node[] = [root];
  const seen = new Set<Block['relations'][number]>();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'query') {
      if (!building.merged.has(node)) buildQuery(building, node as Query, scope, block);
      continue;
    }
    if (node.kind === 'star')
      markAll(scope, 'table' in node ? (node.table as { name: string } | undefined)?.name : undefined);
    if (node.kind === 'column') {
      const meaning = meaningOf(node as Extract<Expression, { kind: 'column' }>, scope);
      if (meaning?.ref) meaning.ref.relation.needed.add(meaning.ref.column.name.toLowerCase());
      for (const relation of meaning?.relations ?? []) seen.add(relation);
    }
    waiting.push(...childrenOf(node));
  }
  const [only] = seen;
  if (isFilter && only && seen.size === 1 && block.relations.includes(only)) addFilter(block, only);
}

function markAll(scope: Scope, table: string | undefined): void {
  for (const { name, relation } of scope.sources)
    if (relation && (table === undefined || name?.toLowerCase() === table.toLowerCase())) relation.needsAll = true;
}

/** Rows up to the end of the page; `undefined` where a value is not written out. */
export function limitOf(limit: Query['limit']): number | undefined {
  if (limit?.count === undefined) return undefined;
  const [count, offset] = [limit.count, limit.offset].map((value) =>
    value === undefined ? 0 : value.kind === 'literal' ? Number(value.value) : Number.NaN,
  );
  const rows = (count ?? 0) + (offset ?? 0);
  // A page of a size that is a parameter is a small one, as pages are.
  return Number.isFinite(rows) ? rows : 100;
}
