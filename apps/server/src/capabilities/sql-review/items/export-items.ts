import type { ReviewItem, ReviewItemFilter } from '@myriad/contract';
import type { Table } from '../../../platform/export/write-rows.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { dayOf } from '../exceptions/find-covering.ts';
import { pageItems } from '../store/items.ts';
import { type ItemParts, itemSight, viewItems } from './view-items.ts';

const columns = [
  ...(['application', 'team', 'rule', 'grade', 'statement', 'fingerprint'] as const).map(text),
  ...(['priority', 'executionsPerDay', 'sizeBytes', 'seen'] as const).map((name) => ({
    name,
    type: 'number' as const,
  })),
  ...(['owner', 'due', 'state', 'until', 'reason', 'reviewId'] as const).map(text),
  ...(['firstAt', 'lastAt'] as const).map((name) => ({ name, type: 'time' as const })),
];

function text(name: string) {
  return { name, type: 'text' as const };
}

const cellsOf = (item: ReviewItem) => [
  ...[item.application, item.team, item.rule, item.grade, item.head, item.fingerprint],
  ...[item.priority, item.executionsPerDay ?? null, item.sizeBytes ?? null, item.seen],
  ...[item.owner, item.due, item.state, item.until ?? null, item.reason ?? null, item.reviewId],
  ...[item.firstAt, item.lastAt],
];

const batch = 500;

/** Everything a filter finds, page by page while it is sent. */
export async function exportItems(
  parts: ItemParts,
  actor: Actor,
  { limit, ...filter }: Partial<ReviewItemFilter> & { readonly limit: number },
): Promise<Table> {
  const asked = { ...filter, sight: await itemSight(parts, actor), today: dayOf(parts.clock.now()) };
  async function* rows() {
    let after: { readonly createdAt: number; readonly id: string } | undefined;
    for (let left = limit; left > 0; ) {
      const records = await pageItems(parts.db, asked, after, Math.min(batch, left));
      for (const item of await viewItems(parts, actor, records)) yield cellsOf(item);
      const last = records.at(-1);
      if (!last || records.length < batch) return;
      after = { createdAt: Number(last.priority), id: last.id };
      left -= records.length;
    }
  }
  return { columns, rows: rows() };
}
