import { isCoveredBy } from '../schema/redundant-index.ts';
import type { IndexModel, TableModel } from '../schema/table.ts';
import type { Costing } from './access-path.ts';
import { type Chosen, costItem, type Estimating, type ItemCost, isRelevant } from './cost-item.ts';
import { existingIndexes } from './existing-indexes.ts';
import { type Candidate, listCandidates } from './list-candidates.ts';
import { mergeCandidates, uniqueCandidates } from './merge-candidates.ts';
import type { WorkItem } from './read-workload.ts';

/** An index must spare this share of a statement, and so many reads an execution: else it is not worth its writes. */
const least = { share: 0.3, cost: 100 } as const;
/** What keeping an index up to date costs an execution that writes, in reads of one row. */
const writeCost = 4;
const mostChosen = 100;
/** Some seconds of work; sets of people are far from it. */
const mostCosted = 40_000;
/** Indexes that spare nearly as much as the best are as good: then the shortest is taken. */
const nearShare = 0.95;

/** What is known of a candidate while choosing. */
interface Weighed {
  readonly candidate: Candidate;
  /** Statements that may gain by it, and what one execution of each is spared now. */
  readonly spared: Map<WorkItem, number>;
  readonly written: number;
}

interface Choosing {
  readonly items: readonly WorkItem[];
  readonly estimating: Estimating;
  chosen: Chosen;
  /** What one execution costs with what is chosen. */
  readonly now: Map<WorkItem, ItemCost>;
  /** Statements that may still be costed: what is chosen by then stands. */
  budget: number;
}

/**
 * Indexes that pay over the whole set, chosen one by one: each time what spares most. Yields where others may have their turn.
 */
export function* chooseIndexes(items: readonly WorkItem[], estimating: Estimating): Generator<void, Chosen> {
  const choosing: Choosing = { items, estimating, chosen: new Map(), now: new Map(), budget: mostCosted };
  for (const item of items) {
    choosing.now.set(item, costItem(item, choosing.chosen, estimating));
    yield;
  }
  const open = yield* weighAll(choosing);
  for (let pass = 0; pass < mostPasses; pass += 1) {
    yield* chooseMore(open, choosing);
    const kept = yield* withoutIdle(choosing);
    if (countOf(kept) === countOf(choosing.chosen)) break;
    choosing.chosen = kept;
    // What was taken out may leave room for something else.
    yield* refresh(open, items, choosing);
  }
  return choosing.chosen;
}

const mostPasses = 4;

const countOf = (chosen: Chosen): number => [...chosen.values()].reduce((sum, { length }) => sum + length, 0);

function* chooseMore(open: readonly Weighed[], choosing: Choosing): Generator<void, void> {
  for (let round = 0; round < mostChosen; round += 1) {
    const best = bestOf(open, choosing.chosen);
    if (best === undefined || choosing.budget <= 0) return;
    choosing.chosen = withCandidate(choosing.chosen, best);
    yield* refresh(open, [...best.spared.keys()], choosing);
  }
}

/**
 * Costs of these statements with what is chosen now, and what each candidate would still spare them: also where the cost is
 * the same, as two indexes may be worth something only together.
 */
function* refresh(open: readonly Weighed[], items: readonly WorkItem[], choosing: Choosing): Generator<void, void> {
  for (const item of items) {
    choosing.now.set(item, costItem(item, choosing.chosen, choosing.estimating));
    yield;
  }
  for (const one of open)
    for (const item of items)
      if (one.spared.has(item)) {
        one.spared.set(item, sparedBy(one.candidate, item, choosing));
        yield;
      }
}

/** Single indexes first; of those that pay, what two of them are together. */
function* weighAll(choosing: Choosing): Generator<void, readonly Weighed[]> {
  const { items, estimating } = choosing;
  const costing: Costing = { ...estimating, indexesOf: existingIndexes };
  const read: Candidate[] = [...new Set(items.flatMap(({ tables }) => [...tables]))].flatMap(ofHidden);
  for (const { blocks } of items) {
    for (const block of blocks) read.push(...listCandidates(block, costing));
    yield;
  }
  const single: Weighed[] = [];
  for (const candidate of uniqueCandidates(read, estimating.dialect)) single.push(yield* weigh(candidate, choosing));
  const paying = single.filter((one) => gainOf(one) > 0 || one.spared.size > 1).sort((a, b) => gainOf(b) - gainOf(a));
  const known = single.map(({ candidate }) => candidate);
  const merged: Weighed[] = [];
  for (const candidate of mergeCandidates(
    paying.map(({ candidate }) => candidate),
    known,
    estimating.dialect,
  ))
    merged.push(yield* weigh(candidate, choosing));
  return [...single, ...merged];
}

/** What is there already, only hidden. */
const ofHidden = (table: TableModel): readonly Candidate[] =>
  table.indexes
    .filter(({ isVisible }) => !isVisible)
    .map((index) => ({ table, indexes: [{ ...index, isVisible: true }], free: index.parts.length }));

function* weigh(candidate: Candidate, choosing: Choosing): Generator<void, Weighed> {
  const spared = new Map<WorkItem, number>();
  let written = 0;
  for (const item of choosing.items) {
    for (const index of candidate.indexes)
      if (isWritten(item, candidate.table, index)) written += writeCost * item.place.executions;
    if (!isRelevant(candidate, item, choosing.estimating)) continue;
    spared.set(item, sparedBy(candidate, item, choosing));
    yield;
  }
  return { candidate, spared, written };
}

function sparedBy(candidate: Candidate, item: WorkItem, choosing: Choosing): number {
  const { chosen, now, estimating } = choosing;
  if (choosing.budget <= 0) return 0;
  choosing.budget -= 1;
  const before = now.get(item);
  if (before === undefined) return 0;
  const after = costItem(item, withCandidate(chosen, { candidate }), estimating);
  const spared = before.cost - after.cost;
  // An index is for reading fewer rows; to spare sorting, or to spare most rows behind its entries, is worth one too.
  const isFewer = after.rows <= before.rows * 0.9 || after.cost <= before.cost * 0.4;
  if (!isFewer && !item.blocks.some(({ sorts }) => sorts)) return 0;
  return spared >= least.cost && spared >= before.cost * least.share ? spared * item.place.executions : 0;
}

function gainOf({ spared, written }: Weighed): number {
  let gain = -written;
  for (const one of spared.values()) gain += one;
  return gain;
}

function bestOf(open: readonly Weighed[], chosen: Chosen): Weighed | undefined {
  const paying = open.map((one) => ({ one, gain: gainOf(one) })).filter(({ gain }) => gain > 0);
  const possible = paying.sort((a, b) => b.gain - a.gain).filter(({ one }) => mayBeAdded(one.candidate, chosen));
  const top = possible[0]?.gain ?? 0;
  const near = possible.filter(({ gain }) => gain >= top * nearShare);
  return near.sort((a, b) => widthOf(a.one) - widthOf(b.one) || b.gain - a.gain)[0]?.one;
}

const widthOf = ({ candidate }: Weighed): number =>
  candidate.indexes.reduce((sum, { parts }) => sum + parts.length + 1, 0);

/** InnoDB takes 64 indexes of a table; and none that adds nothing. */
function mayBeAdded({ table, indexes }: Candidate, chosen: Chosen): boolean {
  const others = [...existingIndexes(table), ...(chosen.get(table) ?? [])];
  if (others.length + indexes.length > 64) return false;
  return !indexes.some((index) => others.some((other) => isTheSame(index, other, others)));
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

function withCandidate(chosen: Chosen, { candidate: { table, indexes } }: Pick<Weighed, 'candidate'>): Chosen {
  const own = chosen.get(table) ?? [];
  const fresh = indexes.filter((index) => !own.some((one) => one.name === index.name));
  return new Map([...chosen, [table, [...own, ...fresh]]]);
}

/** What later choices made idle, and what became the beginning of another, is taken out again. */
function* withoutIdle({ chosen, items, estimating }: Choosing): Generator<void, Chosen> {
  let kept = chosen;
  for (const [table, indexes] of chosen)
    for (const index of indexes) {
      yield;
      const own = kept.get(table) ?? [];
      const others = own.filter((one) => one !== index);
      const less: Chosen = new Map([...kept, [table, others]]);
      const isBeginning = others.some((other) => isCoveredBy(index, other, own));
      const isIdle = items
        .filter((item) => isRelevant({ table, indexes: [index], free: 0 }, item, estimating))
        .every((item) => costItem(item, less, estimating).cost <= costItem(item, kept, estimating).cost * 1.1 + 1);
      if (isBeginning || isIdle) kept = less;
    }
  return kept;
}
