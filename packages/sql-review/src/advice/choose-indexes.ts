import type { Dialect } from '@myriad/sql';
import { isCoveredBy } from '../schema/redundant-index.ts';
import type { IndexModel, TableModel } from '../schema/table.ts';
import type { Costing } from './access-path.ts';
import type { Block } from './block.ts';
import type { StatisticsOf } from './estimate-rows.ts';
import { type Candidate, listCandidates } from './list-candidates.ts';
import { mergeCandidates } from './merge-candidates.ts';
import { planBlock } from './plan-block.ts';
import type { WorkItem } from './read-workload.ts';

export type Chosen = ReadonlyMap<TableModel, readonly IndexModel[]>;

export interface ItemCost {
  readonly rows: number;
  readonly cost: number;
  readonly indexes: ReadonlySet<IndexModel>;
}

/** An index must spare this share of a statement, and so many reads an execution: else it is not worth its writes. */
const least = { share: 0.3, cost: 100 } as const;
/** What keeping an index up to date costs an execution that writes, in reads of one row. */
const writeCost = 4;
const mostChosen = 40;

/** What one execution of a statement reads with these indexes beside the existing ones. */
export function costItem({ blocks }: WorkItem, chosen: Chosen, dialect: Dialect, statisticsOf: StatisticsOf): ItemCost {
  const indexesOf = (table: TableModel) => [...table.indexes, ...(chosen.get(table) ?? [])];
  const times = new Map<Block, number>();
  let [rows, cost] = [0, 0];
  const indexes = new Set<IndexModel>();
  for (const block of blocks) {
    const runs = block.parent ? Math.max(1, times.get(block.parent) ?? 1) : 1;
    const planned = planBlock(block, { dialect, statisticsOf, indexesOf });
    times.set(block, runs * planned.left);
    rows += runs * planned.rows;
    cost += runs * planned.cost;
    for (const index of planned.indexes) indexes.add(index);
  }
  return { rows, cost, indexes };
}

/** Yields where others may have their turn. Indexes that pay over the whole set, chosen one by one: each time what spares most, and of nearly equal ones the shortest. */
export function* chooseIndexes(
  items: readonly WorkItem[],
  dialect: Dialect,
  statisticsOf: StatisticsOf,
): Generator<void, Chosen> {
  const costing: Costing = { dialect, statisticsOf, indexesOf: ({ indexes }) => indexes };
  const read: Candidate[] = [];
  for (const { blocks } of items) {
    for (const block of blocks) read.push(...listCandidates(block, costing));
    yield;
  }
  const hidden = [...new Set(items.flatMap(({ tables }) => [...tables]))].flatMap(ofHidden);
  const candidates = mergeCandidates([...hidden, ...read], dialect);
  const cost = (item: WorkItem, chosen: Chosen) => costItem(item, chosen, dialect, statisticsOf).cost;
  let chosen: Chosen = new Map();
  let gains = new Map<Candidate, number>();
  for (let round = 0; round < mostChosen; round += 1) {
    const now = new Map<WorkItem, number>();
    for (const item of items) {
      now.set(item, cost(item, chosen));
      yield;
    }
    for (const candidate of candidates) {
      if (gains.has(candidate)) continue;
      gains.set(candidate, gainOf(candidate, items, chosen, now, cost));
      yield;
    }
    const best = bestOf(gains);
    if (best === undefined) break;
    chosen = withCandidate(chosen, best);
    const near = items.filter(({ tables }) => tables.has(best.table)).flatMap(({ tables }) => [...tables]);
    gains = new Map([...gains].filter(([candidate]) => !near.includes(candidate.table)));
  }
  return withoutIdle(chosen, items, cost);
}

/** What is there already, only hidden. */
const ofHidden = (table: TableModel): readonly Candidate[] =>
  table.indexes
    .filter(({ isVisible }) => !isVisible)
    .map((index) => ({ table, indexes: [{ ...index, isVisible: true }], free: 0 }));

function gainOf(
  candidate: Candidate,
  items: readonly WorkItem[],
  chosen: Chosen,
  now: ReadonlyMap<WorkItem, number>,
  cost: (item: WorkItem, chosen: Chosen) => number,
): number {
  const { table, indexes } = candidate;
  const others = [...table.indexes, ...(chosen.get(table) ?? [])];
  if (others.length + indexes.length > 64) return 0;
  if (indexes.some((index) => others.some((other) => isTheSame(index, other, others)))) return 0;
  const more = withCandidate(chosen, candidate);
  let gain = 0;
  for (const item of items) {
    const { executions } = item.place;
    if (item.tables.has(table)) {
      const before = now.get(item) ?? 0;
      const spared = before - cost(item, more);
      if (spared >= least.cost && spared >= before * least.share) gain += spared * executions;
    }
    for (const index of indexes) if (isWritten(item, table, index)) gain -= writeCost * executions;
  }
  return gain;
}

/** A hidden index may be shown; anything else that another begins with adds nothing. */
const isTheSame = (index: IndexModel, other: IndexModel, order: readonly IndexModel[]): boolean =>
  index.name === other.name ? other.isVisible : isCoveredBy(index, other, [...order, index]);

export const isWritten = ({ writes }: WorkItem, table: TableModel, { parts }: IndexModel): boolean =>
  writes.some(
    (one) =>
      one.table === table &&
      (one.columns === undefined || parts.some(({ column }) => column && one.columns?.has(column.toLowerCase()))),
  );

const widthOf = ({ indexes }: Candidate): number => indexes.reduce((sum, { parts }) => sum + parts.length + 1, 0);

function bestOf(gains: ReadonlyMap<Candidate, number>): Candidate | undefined {
  const top = Math.max(0, ...gains.values());
  if (top <= 0) return undefined;
  const near = [...gains].filter(([, gain]) => gain >= top * 0.95);
  return near.sort(([a, x], [b, y]) => widthOf(a) - widthOf(b) || y - x)[0]?.[0];
}

function withCandidate(chosen: Chosen, { table, indexes }: Candidate): Chosen {
  const own = chosen.get(table) ?? [];
  const fresh = indexes.filter((index) => !own.some((one) => one.name === index.name));
  return new Map([...chosen, [table, [...own, ...fresh]]]);
}

/** What later choices made idle, and what became the beginning of another, is taken out again. */
function withoutIdle(
  chosen: Chosen,
  items: readonly WorkItem[],
  cost: (item: WorkItem, chosen: Chosen) => number,
): Chosen {
  let kept = chosen;
  for (const [table, indexes] of chosen)
    for (const index of indexes) {
      const own = kept.get(table) ?? [];
      const others = own.filter((one) => one !== index);
      const less: Chosen = new Map([...kept, [table, others]]);
      const isBeginning = others.some((other) => isCoveredBy(index, other, own));
      const touched = items.filter(({ tables }) => tables.has(table));
      const isIdle = touched.every((item) => cost(item, less) <= cost(item, kept) * 1.1 + 1);
      if (isBeginning || isIdle) kept = less;
    }
  return kept;
}
