import type { Dialect } from '@myriad/sql';
import { type IndexModel, primaryKeyOf, type TableModel } from '../schema/table.ts';
import { isLongType } from '../tree/keys.ts';
import { type Costing, keyOfPart } from './access-path.ts';
import type { Block, Condition, Relation } from './block.ts';
import { distinctOf, selectivityOf } from './estimate-rows.ts';
import { makeIndex, type WantedPart } from './make-index.ts';

/** Indexes that are of use together; mostly one. `free`: leading columns whose order is no matter. */
export interface Candidate {
  readonly table: TableModel;
  readonly indexes: readonly IndexModel[];
  readonly free: number;
}

/** More columns than these are not copied into an index to spare the row. */
const mostCovering = 6;

/** Indexes that could help a block, whether or not they pay. */
export function listCandidates(block: Block, costing: Costing): readonly Candidate[] {
  return block.relations.flatMap((relation) => {
    const { table } = relation;
    if (table === undefined || !hasTrees(table)) return [];
    return [...ofConditions(block, relation, table, costing), ...ofAlternatives(block, relation, table, costing)];
  });
}

const engines: ReadonlySet<string> = new Set(['INNODB', 'MYISAM', 'ARIA', 'ROCKSDB']);
const hasTrees = ({ engine, indexes }: TableModel): boolean =>
  (engine === undefined || engines.has(engine)) && indexes.length < 64;

function ofConditions(block: Block, relation: Relation, table: TableModel, costing: Costing): readonly Candidate[] {
  const own = block.conditions.filter((one) => one.relation === relation);
  return joinedSets(own).flatMap((conditions) => {
    const equal = fixedParts(conditions, 'equal', costing);
    const lists = fixedParts(conditions, 'in', costing);
    const ranged = fixedParts(conditions, 'range', costing).filter((part) => !has([...equal, ...lists], part));
    const rest = lists.filter((part) => !has(equal, part));
    const shapes: (readonly WantedPart[])[] = [
      equal,
      [...equal, ...rest],
      ...ranged.map((range) => [...equal, ...rest, range]),
      ...ranged.map((range) => [...equal, range]),
      ...sortedShapes(block, relation, equal, [...rest, ...ranged], costing.dialect),
    ];
    const free = equal.length + rest.length;
    const spares = isCounted(conditions, table, costing);
    return shapes.flatMap((shape) => [
      ...candidateOf(table, shape, free, costing.dialect),
      ...(spares ? candidateOf(table, covering(shape, block, relation, table), free, costing.dialect) : []),
    ]);
  });
}

/** Above this share of the table its rows are hardly spared. */
const mostCovered = 0.2;

/** How many rows are left is known, not guessed, and few enough: only then does copying columns into an index pay for sure. */
function isCounted(conditions: readonly Condition[], table: TableModel, { statisticsOf }: Costing): boolean {
  if (statisticsOf(table)?.rows === undefined) return false;
  const isKnown = ({ kind, column }: Condition) =>
    kind === 'range' || (column !== undefined && distinctOf(column, table, statisticsOf).isKnown);
  const share = conditions.reduce((product, one) => product * selectivityOf(one, statisticsOf), 1);
  return conditions.every(isKnown) && (share <= mostCovered || conditions.length === 0);
}

/** The conditions without any join, with each one join, and with all. */
function joinedSets(own: readonly Condition[]): readonly (readonly Condition[])[] {
  const fixed = own.filter(({ needs }) => needs.length === 0);
  const joins = own.filter(({ needs }) => needs.length > 0);
  const byNeed = [...Map.groupBy(joins, ({ needs }) => needs[0]).values()];
  const sets = [fixed, ...byNeed.map((some) => [...fixed, ...some])];
  return byNeed.length > 1 ? [...sets, own] : sets;
}

const partOf = ({ column, expression }: Pick<Condition, 'column' | 'expression'>): WantedPart => ({
  column: column?.name,
  expression,
  isDescending: false,
});

/** Columns of one kind of condition, the most telling first. */
function fixedParts(
  conditions: readonly Condition[],
  kind: Condition['kind'],
  { statisticsOf }: Costing,
): readonly WantedPart[] {
  const byKey = Map.groupBy(
    conditions.filter((one) => one.kind === kind),
    ({ key }) => key,
  );
  const first = [...byKey.values()].flatMap(([one]) => one ?? []);
  return first.sort((a, b) => selectivityOf(a, statisticsOf) - selectivityOf(b, statisticsOf)).map(partOf);
}

const has = (parts: readonly WantedPart[], { column }: WantedPart): boolean =>
  column !== undefined && parts.some((one) => one.column?.toLowerCase() === column.toLowerCase());

/** Behind what is fixed, the columns something is sorted or grouped by; and behind those what else is asked. */
function sortedShapes(
  { order, group }: Block,
  relation: Relation,
  equal: readonly WantedPart[],
  more: readonly WantedPart[],
  dialect: Dialect,
): readonly (readonly WantedPart[])[] {
  const shapes: (readonly WantedPart[])[] = [];
  const add = (keys: readonly WantedPart[]) => {
    const lead = [...equal, ...keys];
    shapes.push(lead);
    const behind = more.filter((part) => !has(lead, part));
    if (behind.length > 0) shapes.push([...lead, ...behind]);
  };
  if (order?.[0]?.relation === relation) {
    const keys = order.filter(
      ({ column }) => !has(equal, { column: column.name, expression: undefined, isDescending: false }),
    );
    const [first] = keys;
    // One direction is read forwards or backwards; both at once need an index that has both.
    const isMixed = keys.some(({ isDescending }) => isDescending !== first?.isDescending);
    if (keys.length > 0 && (!isMixed || hasDescending(dialect)))
      add(
        keys.map(({ column, isDescending }) => ({
          column: column.name,
          expression: undefined,
          isDescending: isMixed && isDescending,
        })),
      );
  }
  if (group?.[0]?.relation === relation) {
    const names = [...new Set(group.map(({ column }) => column.name))];
    const keys = names
      .map((column) => ({ column, expression: undefined, isDescending: false }))
      .filter((part) => !has(equal, part));
    if (keys.length > 0) add(keys);
  }
  return shapes;
}

/** MySQL 8.0 and MariaDB 10.8 keep descending keys; before, the word was read and forgotten. */
export const hasDescending = ({ flavour, versionNumber }: Dialect): boolean =>
  versionNumber >= (flavour === 'mysql' ? 80_001 : 100_801);

function covering(
  shape: readonly WantedPart[],
  block: Block,
  { needed, needsAll }: Relation,
  table: TableModel,
): readonly WantedPart[] {
  if (block.changesRows || needsAll || shape.length === 0) return [];
  const primary = new Set(primaryKeyOf(table)?.parts.map(({ column }) => column?.toLowerCase()) ?? []);
  const missing = [...needed].filter(
    (name) => !has(shape, { column: name, expression: undefined, isDescending: false }) && !primary.has(name),
  );
  const columns = missing.flatMap((name) => table.columns.find((column) => column.name.toLowerCase() === name) ?? []);
  if (
    missing.length === 0 ||
    shape.length + missing.length > mostCovering ||
    columns.some(({ type }) => isLongType(type))
  )
    return [];
  return [...shape, ...columns.map(({ name }) => ({ column: name, expression: undefined, isDescending: false }))];
}

function ofAlternatives(block: Block, relation: Relation, table: TableModel, costing: Costing): readonly Candidate[] {
  return block.anyOf
    .filter((one) => one.relation === relation)
    .flatMap(({ branches }) => {
      const indexes = branches.flatMap((branch) => {
        const parts = [...fixedParts(branch, 'equal', costing), ...fixedParts(branch, 'in', costing)];
        const [range] = fixedParts(branch, 'range', costing);
        return makeIndex(table, range && !has(parts, range) ? [...parts, range] : parts, costing.dialect) ?? [];
      });
      return indexes.length === branches.length
        ? [{ table, indexes: distinct(indexes, costing.dialect), free: 0 }]
        : [];
    });
}

function candidateOf(
  table: TableModel,
  shape: readonly WantedPart[],
  free: number,
  dialect: Dialect,
): readonly Candidate[] {
  if (shape.length === 0 || beginsWithKey(table, shape)) return [];
  const index = makeIndex(table, shape, dialect);
  return index ? [{ table, indexes: [index], free: Math.min(free, index.parts.length) }] : [];
}

/** Behind the whole primary key nothing is left to find. */
function beginsWithKey(table: TableModel, shape: readonly WantedPart[]): boolean {
  const primary = primaryKeyOf(table)?.parts ?? [];
  return (
    primary.length > 0 &&
    primary.every(({ column }, at) => column !== undefined && column.toLowerCase() === shape[at]?.column?.toLowerCase())
  );
}

export const signOf = ({ parts }: IndexModel, dialect: Dialect): string =>
  parts.map((part) => `${keyOfPart(part, dialect)}(${part.length ?? ''})${part.isDescending ? '-' : ''}`).join(',');

function distinct(indexes: readonly IndexModel[], dialect: Dialect): readonly IndexModel[] {
  return [...new Map(indexes.map((one) => [signOf(one, dialect), one])).values()];
}
