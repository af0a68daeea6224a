import {
  fleetProblems,
  type PageQuery,
  type ReviewGrade,
  type ReviewItem,
  type ReviewItemFilter,
} from '@myriad/contract';
import { readPage } from '../../../platform/database/page.ts';
import { type Actor, abilityOf } from '../../../platform/policy/decision.ts';
import { dayOf } from '../exceptions/find-covering.ts';
import type { SqlReviewParts } from '../parts.ts';
import { mayActFor } from '../policy.ts';
import { countItems, type ItemRecord, type ItemSight, pageItems } from '../store/items.ts';
import { namesOf, reviewSight } from '../view-reviews.ts';
import { dueDays, weights } from './priority.ts';

export type ItemParts = Pick<SqlReviewParts, 'db' | 'clock' | 'metadata'>;

/** Items are of applications: one's own reviews for none bring none. */
export const itemSight = async (parts: ItemParts, actor: Actor): Promise<ItemSight> =>
  (await reviewSight(parts, actor)).applications;

export async function listItems(parts: ItemParts, actor: Actor, query: PageQuery & Partial<ReviewItemFilter>) {
  const { db, clock } = parts;
  const sight = await itemSight(parts, actor);
  const today = dayOf(clock.now());
  const asked = { ...query, sight, today };
  const page = await readPage<ItemRecord, ItemRecord>(
    query,
    (after, limit) => pageItems(db, asked, after, limit),
    (row) => ({ createdAt: Number(row.priority), id: row.id }),
    (row) => row,
  );
  return {
    ...page,
    items: await viewItems(parts, actor, page.items),
    open: await countItems(db, { ...asked, state: 'open' }),
    overdue: await countItems(db, { ...asked, state: 'overdue' }),
    formula: { weights: { ...weights }, dueDays: { ...dueDays } },
  };
}

/** Rows as they are shown, with what this reader may do with each. */
export async function viewItems(parts: ItemParts, actor: Actor, rows: readonly ItemRecord[]): Promise<ReviewItem[]> {
  const names = await namesOf(parts);
  const today = dayOf(parts.clock.now());
  const abilities = new Map<string, ReviewItem['abilities']>();
  for (const id of new Set(rows.map(({ application_id }) => application_id)))
    abilities.set(id, { change: abilityOf(await mayActFor(parts.db, actor, id), fleetProblems) });
  return rows.map((row) => {
    const application = names.get(row.application_id);
    const isOver = row.state === 'accepted' && (row.until_day ?? '') < today;
    const state = isOver ? 'open' : (row.state as ReviewItem['state']);
    return {
      ...{ id: row.id, applicationId: row.application_id, rule: row.rule, fingerprint: row.fingerprint },
      ...{ application: application?.name ?? row.application_id, team: application?.businessLine ?? '' },
      ...{ grade: row.grade as ReviewGrade, head: row.head, reviewId: row.review_id, owner: row.owner, due: row.due },
      ...{ firstAt: Number(row.first_at), lastAt: Number(row.last_at), seen: Number(row.seen) },
      priority: Number(row.priority) / 10,
      ...(row.executions_per_day === null ? {} : { executionsPerDay: Number(row.executions_per_day) }),
      ...(row.size_bytes === null ? {} : { sizeBytes: Number(row.size_bytes) }),
      ...{ isOverdue: state === 'open' && row.due < today, state },
      ...(row.until_day === null ? {} : { until: row.until_day }),
      ...(row.reason === null ? {} : { reason: row.reason }),
      ...(row.by_name === null ? {} : { by: row.by_name }),
      abilities: abilities.get(row.application_id) ?? { change: { allowed: false } },
    };
  });
}
