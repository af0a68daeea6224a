import type { IndexModel } from '../schema/table.ts';
import { type Costing, listPaths, type Path, type Wanted } from './access-path.ts';
import type { Block, Relation } from './block.ts';
import { rowsOf } from './estimate-rows.ts';

/** What a block costs in the best order of its tables. */
export interface Planned {
  readonly rows: number;
  readonly cost: number;
  /** Rows it gives. */
  readonly left: number;
  readonly indexes: readonly IndexModel[];
  readonly order: readonly Relation[];
}

/** More tables than this are put in order one by one, the cheapest next. */
const mostPermuted = 4;

export function planBlock(block: Block, costing: Costing): Planned {
  const begin: Planned = { rows: 0, cost: 0, left: 1, indexes: [], order: [] };
  if (block.relations.length === 0) return begin;
  const found =
    block.relations.length > mostPermuted || block.isStraight
      ? greedy(block, costing, begin)
      : permuted(block, costing, begin);
  return found ?? begin;
}

function permuted(block: Block, costing: Costing, before: Planned): Planned | undefined {
  if (before.order.length === block.relations.length) return before;
  let best: Planned | undefined;
  for (const next of nextOf(block, before)) {
    const step = joinNext(block, costing, before, next);
    if (best !== undefined && step.cost >= best.cost) continue;
    const whole = permuted(block, costing, step);
    if (whole && (best === undefined || whole.cost < best.cost)) best = whole;
  }
  return best;
}

function greedy(block: Block, costing: Costing, before: Planned): Planned {
  let planned = before;
  while (planned.order.length < block.relations.length) {
    const steps = nextOf(block, planned).map((next) => joinNext(block, costing, planned, next));
    const [first, ...others] = block.isStraight ? steps.slice(0, 1) : steps;
    if (first === undefined) return planned;
    planned = others.reduce(
      (best, step) => (step.cost < best.cost || (step.cost === best.cost && step.left < best.left) ? step : best),
      first,
    );
  }
  return planned;
}

function nextOf({ relations }: Block, { order }: Planned): readonly Relation[] {
  const open = relations.filter((one) => !order.includes(one));
  const free = open.filter(({ after }) => [...after].every((one) => order.includes(one)));
  // Tables that wait for each other are a fault of ours, not a reason to give up.
  return free.length > 0 ? free : open;
}

export function wantedOf(block: Block, relation: Relation, before: readonly Relation[]): Wanted {
  const isFirst = before.length === 0;
  return {
    relation,
    conditions: block.conditions.filter(
      (one) => one.relation === relation && one.needs.every((need) => before.includes(need)),
    ),
    anyOf: block.anyOf.filter((one) => one.relation === relation),
    filters: block.filters.get(relation) ?? 0,
    order: isFirst && block.order?.[0]?.relation === relation ? block.order : undefined,
    group: isFirst && block.group?.[0]?.relation === relation ? block.group : undefined,
  };
}

function joinNext(block: Block, costing: Costing, before: Planned, relation: Relation): Planned {
  const wanted = wantedOf(block, relation, before.order);
  const isLast = before.order.length + 1 === block.relations.length;
  const isFirst = before.order.length === 0;
  const wasSorted = !isFirst && sortedSoFar.has(before);
  let best: { readonly planned: Planned; readonly total: number; readonly isSorted: boolean } | undefined;
  for (const path of listPaths(wanted, costing)) {
    const isSorted = isFirst ? path.isSorted : wasSorted;
    const read = isFirst ? firstRead(block, path, isSorted) : nextRead(wanted, path, before.left, costing);
    const left = Math.max(read.left, Number.MIN_VALUE);
    const sorting = block.sorts && !isSorted && (isLast || isFirst) ? sortCost(left) : 0;
    const planned: Planned = {
      rows: before.rows + read.rows,
      cost: before.cost + read.cost + (isLast ? sorting : 0),
      left,
      indexes: [...before.indexes, ...path.indexes],
      order: [...before.order, relation],
    };
    const total = before.cost + read.cost + sorting;
    if (best === undefined || total < best.total) best = { planned, total, isSorted };
  }
  if (best === undefined) return before;
  if (best.isSorted) sortedSoFar.add(best.planned);
  return best.planned;
}

/** Plans whose rows come in the order the block asks for. */
const sortedSoFar = new WeakSet<Planned>();

const sortCost = (rows: number): number => rows * Math.log2(rows + 2) * 0.1;

interface Read {
  readonly rows: number;
  readonly cost: number;
  readonly left: number;
}

/** With the order given, a page ends the reading early. */
function firstRead(block: Block, path: Path, isSorted: boolean): Read {
  const { limit, relations, sorts, isAggregated, order } = block;
  const stops =
    limit !== undefined &&
    relations.length === 1 &&
    (order ? isSorted : !sorts) &&
    (!isAggregated || order !== undefined);
  if (!stops || path.left <= 0) return path;
  // Rows that pass the rest of the filter may all stand at the far end.
  const doubt = path.left < path.rows * 0.9 ? 5 : 1;
  const share = Math.min(1, (limit * doubt) / path.left);
  return {
    rows: Math.max(Math.min(path.rows, 1), path.rows * share),
    cost: Math.max(Math.min(path.cost, 1), path.cost * share),
    left: Math.min(limit, path.left),
  };
}

/** Rows of the join buffer's size are compared with one reading of the other table. */
const bufferedRows = 1300;

function nextRead(wanted: Wanted, path: Path, times: number, { dialect, statisticsOf }: Costing): Read {
  const { table } = wanted.relation;
  const left = times * path.left;
  if (path.indexes.length > 0 || table === undefined) return { rows: times * path.rows, cost: times * path.cost, left };
  const rows = rowsOf(table, statisticsOf);
  const hashes = dialect.flavour === 'mysql' && dialect.versionNumber >= 80_020;
  const readings = Math.max(1, times / bufferedRows);
  const isJoined = wanted.conditions.some(({ needs }) => needs.length > 0);
  const compared = hashes && isJoined ? times : times * rows * 0.05;
  return {
    rows: hashes && isJoined ? rows : rows * readings,
    cost: rows * (hashes ? 1 : readings) + compared + left * 0.1,
    left,
  };
}
