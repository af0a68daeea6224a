import type { IndexModel, TableModel } from '../schema/table.ts';
import { type Costing, keyOfPart } from './access-path.ts';
import type { Block } from './block.ts';
import { existingIndexes } from './existing-indexes.ts';
import type { Candidate } from './list-candidates.ts';
import { planBlock } from './plan-block.ts';
import type { WorkItem } from './read-workload.ts';

/** Indexes beside the existing ones, by table. */
export type Chosen = ReadonlyMap<TableModel, readonly IndexModel[]>;

export interface ItemCost {
  readonly rows: number;
  readonly cost: number;
  readonly indexes: ReadonlySet<IndexModel>;
}

export type Estimating = Omit<Costing, 'indexesOf'>;

/** What one execution of a statement reads with these indexes. */
export function costItem({ blocks }: WorkItem, chosen: Chosen, estimating: Estimating): ItemCost {
  const indexesOf = (table: TableModel) => [...existingIndexes(table), ...(chosen.get(table) ?? [])];
  const costing: Costing = { ...estimating, indexesOf };
  const times = new Map<Block, number>();
  let [rows, cost] = [0, 0];
  const indexes = new Set<IndexModel>();
  for (const block of blocks) {
    const runs = block.parent ? Math.max(1, times.get(block.parent) ?? 1) : 1;
    const planned = planBlock(block, costing);
    times.set(block, runs * planned.left);
    rows += runs * planned.rows;
    cost += runs * planned.cost;
    for (const index of planned.indexes) indexes.add(index);
  }
  return { rows, cost, indexes };
}

/** Whether a statement asks for what one of the indexes begins with, or reads nothing of the table but what one holds. */
export function isRelevant(
  { table, indexes }: Candidate,
  { blocks, tables }: WorkItem,
  { dialect }: Estimating,
): boolean {
  if (!tables.has(table)) return false;
  return indexes.some(({ parts }) => {
    const keys = parts.map((part) => keyOfPart(part, dialect));
    return blocks.some((block) => asksFor(block, table, keys[0] ?? '') || isHeld(block, table, new Set(keys)));
  });
}

function asksFor({ conditions, anyOf, order, group }: Block, table: TableModel, key: string): boolean {
  const asked = [...conditions, ...anyOf.flatMap(({ branches }) => branches.flat())];
  if (asked.some((one) => one.key === key && one.relation.table === table)) return true;
  return [...(order ?? []), ...(group ?? [])].some(
    ({ relation, column }) => relation.table === table && column.name.toLowerCase() === key,
  );
}

const isHeld = ({ relations }: Block, table: TableModel, keys: ReadonlySet<string>): boolean =>
  relations.some(
    (one) =>
      one.table === table &&
      !one.needsAll &&
      one.needed.size > 0 &&
      [...one.needed].some((name) => keys.has(name)) &&
      one.needed.size <= keys.size + 2,
  );
