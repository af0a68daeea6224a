import type { Join, NamedTable, Query, TableReference } from '@myriad/sql';
import type { TableModel } from '../schema/table.ts';
import { conjuncts } from '../tree/conditions.ts';
import { addFilter, type Block, type Relation } from './block.ts';
import { type Building, buildQuery, commonTables, readExpression, readSelect, readWhere } from './build-blocks.ts';
import { equate } from './equate.ts';
import { isRowsOnly } from './mergeable.ts';
import { readCondition } from './read-condition.ts';
import { childScope, type Meaning, refOf, relationsOf, type Scope, type Source } from './scope.ts';

export function addTables(building: Building, block: Block, tables: readonly TableReference[], scope: Scope): void {
  for (const table of tables) addTable(building, block, table, scope);
}

function addRelation(block: Block, table: TableModel | undefined): Relation {
  const relation: Relation = { table, needed: new Set(), needsAll: false, after: new Set() };
  block.relations.push(relation);
  return relation;
}

function addTable(building: Building, block: Block, table: TableReference, scope: Scope): void {
  switch (table.kind) {
    case 'named-table':
      scope.sources.push(namedSource(building, block, table, scope));
      return;
    case 'derived-table':
      scope.sources.push(
        querySource(building, block, {
          query: table.query,
          names: table.columns.map(({ name }) => name),
          called: table.alias?.name,
          around: table.lateral ? scope : scope.parent,
        }),
      );
      return;
    case 'json-table':
      readExpression(building, block, table.document, scope);
      scope.sources.push({ name: table.alias?.name, relation: addRelation(block, undefined), outputs: undefined });
      return;
    case 'table-group':
      addTables(building, block, table.tables, scope);
      return;
    case 'join':
      addJoin(building, block, table, scope);
  }
}

/** The left side of a long chain is as deep as the chain is long. */
function addJoin(building: Building, block: Block, join: Join, scope: Scope): void {
  const chain = [join];
  for (let left = join.left; left.kind === 'join'; left = left.left) chain.push(left);
  const innermost = chain.at(-1);
  if (innermost) addTable(building, block, innermost.left, scope);
  for (const one of chain.toReversed()) joinRight(building, block, one, scope);
}

function joinRight(building: Building, block: Block, { type, right, on, using, natural }: Join, scope: Scope): void {
  const [before, sourcesBefore] = [block.relations.length, scope.sources.length];
  addTable(building, block, right, scope);
  const [left, added] = [block.relations.slice(0, before), block.relations.slice(before)];
  if (type === 'STRAIGHT_JOIN') for (const one of added) for (const other of left) one.after.add(other);
  for (const name of natural ? [] : using.map((column) => column.name))
    joinByName(block, scope, sourcesBefore, name, building);
  if (type !== 'LEFT JOIN' && type !== 'RIGHT JOIN') {
    readWhere(building, block, on, scope);
    return;
  }
  const [outer, inner] = type === 'LEFT JOIN' ? [left, added] : [added, left];
  for (const one of inner) for (const other of outer) one.after.add(other);
  readOuterCondition(building, block, on, scope, new Set(inner));
}

/** What ON of an outer join says chooses rows of its inner side only. */
function readOuterCondition(
  building: Building,
  block: Block,
  on: Join['on'],
  scope: Scope,
  inner: ReadonlySet<Relation>,
): void {
  const { dialect, remarks } = building;
  for (const condition of conjuncts(on)) {
    const found = readCondition(condition, { block, scope, dialect, remarks }).filter(({ relation }) =>
      inner.has(relation),
    );
    block.conditions.push(...found);
    readExpression(building, block, condition, scope);
    const [only, ...others] = relationsOf(condition, scope);
    if (found.length === 0 && only && others.length === 0 && inner.has(only)) addFilter(block, only);
  }
}

/** USING: the column of that name on both sides. */
function joinByName(block: Block, scope: Scope, from: number, name: string, { dialect, remarks }: Building): void {
  const place = { start: 0, end: 0 };
  const identifier = { kind: 'identifier', ...place, name, quoted: false } as const;
  const column = { kind: 'column', ...place, schema: undefined, table: undefined, name: identifier } as const;
  const seenFrom = (sources: readonly Source[]): Scope => ({ ...scope, sources: [...sources], parent: undefined });
  const [left, right] = [seenFrom(scope.sources.slice(0, from)), seenFrom(scope.sources.slice(from))];
  equate(block, [column, left], [column, right], dialect, remarks);
}

function namedSource(building: Building, block: Block, table: NamedTable, scope: Scope): Source {
  const { schema, name } = table.name;
  const called = table.alias?.name ?? name.name;
  const common = schema === undefined ? scope.commonTables.get(name.name.toLowerCase()) : undefined;
  if (common) {
    // One that names itself is recursive; it sees the tables before it.
    const others = new Map([...scope.commonTables].filter(([key]) => key !== name.name.toLowerCase()));
    const around = { sources: [], parent: undefined, commonTables: others };
    const names = common.columns.map((one) => one.name);
    return querySource(building, block, { query: common.query, names, called, around });
  }
  const view = building.schema.viewAt(schema?.name, name.name);
  const key = `${schema?.name ?? ''}.${name.name}`.toLowerCase();
  if (view && !building.openViews.has(key)) {
    building.openViews.add(key);
    // Places inside a view are not in this text.
    const quiet = { ...building, remarks: [] };
    const source = querySource(quiet, block, { query: view.query, names: view.columns, called, around: undefined });
    building.openViews.delete(key);
    return source;
  }
  const stored = building.schema.tableAt(schema?.name, name.name);
  return { name: called, relation: addRelation(block, stored?.isWhole ? stored : undefined), outputs: undefined };
}

interface NamedQuery {
  readonly query: Query;
  readonly names: readonly string[];
  readonly called: string | undefined;
  /** What it sees of the outside. */
  readonly around: Scope | undefined;
}

/** A query in FROM: merged where it only chooses rows, else a block of its own that is read whole. */
function querySource(building: Building, block: Block, { query, names, called, around }: NamedQuery): Source {
  const { budget } = building;
  const select = isRowsOnly(query);
  const isOpened = budget.queries > 0;
  budget.queries -= 1;
  if (select === undefined || !isOpened) {
    if (isOpened) buildQuery(building, query, childScope(around), undefined);
    return { name: called, relation: addRelation(block, undefined), outputs: undefined };
  }
  const inside = childScope(childScope(around, commonTables(around, query.with?.tables)));
  readSelect(building, block, select, inside);
  const outputs = new Map<string, Meaning>();
  for (const { expression, alias } of select.items) {
    if (expression.kind === 'star') {
      for (const { relation, outputs: further } of inside.sources) {
        for (const column of relation?.table?.columns ?? [])
          if (relation) outputs.set(column.name.toLowerCase(), { ref: { relation, column }, relations: [relation] });
        for (const [name, meaning] of further ?? []) outputs.set(name, meaning);
      }
      continue;
    }
    const name = names[outputs.size] ?? alias?.name ?? (expression.kind === 'column' ? expression.name.name : '');
    outputs.set(name.toLowerCase(), {
      ref: refOf(expression, inside),
      relations: [...relationsOf(expression, inside)],
    });
  }
  return { name: called, relation: undefined, outputs };
}
