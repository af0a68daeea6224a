import { type Dialect, type Expression, printNode } from '@myriad/sql';
import {
  type IndexModel,
  type IndexPartModel,
  isSame,
  isUniqueIndex,
  primaryKeyOf,
  type TableModel,
} from '../schema/table.ts';
import { bare } from '../tree/conditions.ts';
import type { AnyOf, Condition, Ref, Relation, SortKey } from './block.ts';
import { rowsOf, type StatisticsOf, selectivityOf } from './estimate-rows.ts';

/** One way to read a table. */
export interface Path {
  readonly indexes: readonly IndexModel[];
  /** Rows or entries read. */
  readonly rows: number;
  /** Rows left when every condition was asked. */
  readonly left: number;
  /** In reads of one row of a scan. */
  readonly cost: number;
  readonly isSorted: boolean;
}

/** What a table is read for. */
export interface Wanted {
  readonly relation: Relation;
  /** Conditions whose values are there already. */
  readonly conditions: readonly Condition[];
  readonly anyOf: readonly AnyOf[];
  readonly filters: number;
  readonly order: readonly SortKey[] | undefined;
  readonly group: readonly Ref[] | undefined;
}

export interface Costing {
  readonly dialect: Dialect;
  readonly statisticsOf: StatisticsOf;
  readonly indexesOf: (table: TableModel) => readonly IndexModel[];
}

/** What a server pays, in reads of one row of a scan: a descent into a tree, an entry of an index, the row behind it. */
const costs = { descent: 2, entry: 0.5, row: 3 } as const;
const filterShare = 0.5;

export const keyOfPart = ({ column, expression }: IndexPartModel, dialect: Dialect): string =>
  column?.toLowerCase() ?? (expression ? keyOfExpression(expression, dialect) : '');

/** One text for an expression however it is quoted and bracketed, as SHOW CREATE and people do it differently. */
export const keyOfExpression = (expression: Expression, dialect: Dialect): string =>
  printNode(bare(expression), dialect).toLowerCase().replaceAll('`', '');

/** Every way to read a table: whole, or by each of its indexes that helps. */
export function listPaths(wanted: Wanted, costing: Costing): readonly Path[] {
  const { table } = wanted.relation;
  if (table === undefined) return [{ indexes: [], rows: 1000, left: 1000, cost: 1000, isSorted: false }];
  const rows = rowsOf(table, costing.statisticsOf);
  const left = Math.max(Math.min(1, rows), leftOf(wanted, rows, costing));
  const scan: Path = { indexes: [], rows, left, cost: rows, isSorted: false };
  const usable = costing.indexesOf(table).filter(isUsable);
  const byIndex = usable.flatMap((index) => pathBy(index, table, wanted, left, costing) ?? []);
  const merged = wanted.anyOf.flatMap((anyOf) => mergedPath(anyOf, usable, table, left, costing) ?? []);
  return [scan, ...byIndex, ...merged];
}

const isUsable = ({ type, isVisible }: IndexModel): boolean =>
  isVisible && type !== 'FULLTEXT' && type !== 'SPATIAL' && type !== 'VECTOR';

function leftOf({ conditions, anyOf, filters }: Wanted, rows: number, { statisticsOf }: Costing): number {
  const byKey = Map.groupBy(conditions, ({ key }) => key);
  const shares = [...byKey.values()].map((group) => shareOf(group, statisticsOf));
  const either = anyOf.map(({ branches }) =>
    Math.min(
      1,
      branches.reduce((sum, branch) => sum + shareOf(branch, statisticsOf), 0),
    ),
  );
  return [...shares, ...either].reduce((product, share) => product * share, rows) * filterShare ** Math.min(filters, 2);
}

/** Of conditions on one column: the two ends of a range are one. */
function shareOf(conditions: readonly Condition[], statisticsOf: StatisticsOf): number {
  const fixed = conditions.filter(({ kind }) => kind !== 'range').map((one) => selectivityOf(one, statisticsOf));
  if (fixed.length > 0) return Math.min(...fixed);
  const shares = conditions.map((one) => selectivityOf(one, statisticsOf));
  const least = Math.min(...shares);
  if (shares.length < 2) return least;
  // From here on, and up to there: what both leave is where they overlap.
  const overlap = shares.reduce((sum, share) => sum + share, 1 - shares.length);
  return overlap > 0 ? Math.min(overlap, least) : least * 0.5;
}

interface Reach {
  readonly share: number;
  readonly ranges: number;
  /** Leading parts fixed to one value. */
  readonly fixed: number;
  readonly used: number;
  readonly keys: readonly string[];
}

function reachOf(
  parts: readonly IndexPartModel[],
  conditions: readonly Condition[],
  { dialect, statisticsOf }: Costing,
): Reach {
  let [share, ranges, fixed, used] = [1, 1, 0, 0];
  const keys = parts.map((part) => keyOfPart(part, dialect));
  for (const key of keys) {
    const found = conditions.filter((one) => one.key === key);
    if (found.length === 0) break;
    used += 1;
    share *= shareOf(found, statisticsOf);
    const isEqual = found.some(({ kind }) => kind === 'equal');
    if (isEqual && fixed === used - 1) fixed = used;
    const list = found.find(({ kind }) => kind === 'in');
    if (isEqual) continue;
    if (list === undefined) break;
    ranges *= list.values;
  }
  return { share, ranges, fixed, used, keys };
}

/** The parts, and the primary key that InnoDB keeps behind them. */
export function partsWithKey(index: IndexModel, table: TableModel): readonly IndexPartModel[] {
  if (index.type === 'PRIMARY KEY' || (table.engine !== undefined && table.engine !== 'INNODB')) return index.parts;
  const primary = primaryKeyOf(table)?.parts ?? [];
  const has = (part: IndexPartModel) =>
    index.parts.some((one) => one.length === undefined && isSame(one.column, part.column));
  return [...index.parts, ...primary.filter((part) => part.column !== undefined && !has(part))];
}

function pathBy(
  index: IndexModel,
  table: TableModel,
  wanted: Wanted,
  left: number,
  costing: Costing,
): Path | undefined {
  const all = rowsOf(table, costing.statisticsOf);
  const parts = partsWithKey(index, table);
  const reach = reachOf(parts, wanted.conditions, costing);
  const isSorted = sorts(parts, reach, wanted);
  const isClustered = index.type === 'PRIMARY KEY' && (table.engine ?? 'INNODB') === 'INNODB';
  const isWhole = isClustered || covers(parts, wanted.relation, table);
  if (reach.used === 0 && !isSorted && !isWhole) return undefined;
  const isOne = isUniqueIndex(index) && reach.fixed >= index.parts.length;
  const rows = isOne ? 1 : Math.max(Math.min(left, 1), all * reach.share);
  // What the rest of the index knows is asked before the row is fetched.
  const beyond = wanted.conditions.filter(({ key }) => reach.keys.indexOf(key) >= reach.used);
  const fetched =
    rows *
    [...Map.groupBy(beyond, ({ key }) => key).values()].reduce(
      (share, group) => share * shareOf(group, costing.statisticsOf),
      1,
    );
  const each = isClustered ? rows : rows * costs.entry + (isWhole ? 0 : fetched * costs.row);
  return {
    indexes: [index],
    rows,
    left: isOne ? Math.min(1, left) : left,
    cost: costs.descent * Math.min(reach.ranges, rows + 1) + each,
    isSorted,
  };
}

/** All that is read of the table stands in the index. */
function covers(parts: readonly IndexPartModel[], { needed, needsAll }: Relation, table: TableModel): boolean {
  const held = new Set(
    parts.filter(({ length }) => length === undefined).flatMap(({ column }) => column?.toLowerCase() ?? []),
  );
  return needsAll
    ? table.columns.every(({ name }) => held.has(name.toLowerCase()))
    : [...needed].every((name) => held.has(name));
}

/** Whether entries come in the order that is asked for, or by groups. */
function sorts(parts: readonly IndexPartModel[], { fixed }: Reach, { conditions, order, group }: Wanted): boolean {
  const constant = new Set(
    conditions.filter(({ kind, needs }) => kind === 'equal' && needs.length === 0).map(({ key }) => key),
  );
  const rest = parts
    .slice(fixed)
    .filter(({ column, length }) => length !== undefined || !constant.has(column?.toLowerCase() ?? ''));
  const named = (part: IndexPartModel | undefined, name: string) =>
    part?.length === undefined && isSame(part?.column, name);
  if (order !== undefined) {
    const keys = order.filter(({ column }) => !constant.has(column.name.toLowerCase()));
    const turns = keys.map(({ column, isDescending }, at) =>
      named(rest[at], column.name) ? isDescending !== rest[at]?.isDescending : undefined,
    );
    return turns.every((turn) => turn !== undefined && turn === turns[0]);
  }
  if (group === undefined) return false;
  const names = [...new Set(group.map(({ column }) => column.name.toLowerCase()))].filter(
    (name) => !constant.has(name),
  );
  const lead = rest.slice(0, names.length);
  return names.every((name) => lead.some((part) => named(part, name)));
}

/** Several indexes, one for each alternative, and what they found put together. */
function mergedPath(
  { branches }: AnyOf,
  usable: readonly IndexModel[],
  table: TableModel,
  left: number,
  costing: Costing,
): Path | undefined {
  const all = rowsOf(table, costing.statisticsOf);
  const found = branches.map((branch) => {
    const reaches = usable.map((index) => ({ index, reach: reachOf(partsWithKey(index, table), branch, costing) }));
    return reaches.filter(({ reach }) => reach.used > 0).sort((a, b) => a.reach.share - b.reach.share)[0];
  });
  const known = found.filter((one) => one !== undefined);
  if (known.length < branches.length) return undefined;
  const rows = Math.min(
    all,
    known.reduce((sum, { reach }) => sum + all * reach.share, 0),
  );
  return {
    indexes: known.map(({ index }) => index),
    rows,
    left,
    cost: rows * (costs.entry + costs.row + 1) + costs.descent * known.length,
    isSorted: false,
  };
}
