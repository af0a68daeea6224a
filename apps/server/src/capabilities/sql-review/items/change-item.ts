import type { ReviewItem } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { dayOf } from '../exceptions/find-covering.ts';
import type { Note } from '../parts.ts';
import { mayActFor } from '../policy.ts';
import { type ItemRecord, lockItem, updateItem } from '../store/items.ts';
import { type ItemParts, itemSight, viewItems } from './view-items.ts';

interface ItemChange {
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
  readonly state?: ReviewItem['state'] | undefined;
  readonly until?: string | undefined;
  readonly reason?: string | undefined;
}

/** Nobody accepts for longer without looking again. */
const mostDays = 366;

/** @throws ProblemError: see the endpoint */
export async function changeItem(
  parts: ItemParts,
  actor: Actor,
  itemId: string,
  change: ItemChange,
  note: Note,
): Promise<ReviewItem> {
  const { db, clock } = parts;
  const sight = await itemSight(parts, actor);
  const missing = new ProblemError('REVIEW_ITEM_NOT_FOUND', { id: itemId });
  const changed = await inTransaction(db, async (tx): Promise<ItemRecord> => {
    const row = await lockItem(tx, itemId);
    if (!row || (sight !== 'all' && !sight.includes(row.application_id))) throw missing;
    requireAllowed(await mayActFor(tx, actor, row.application_id));
    const next = { ...changeOf(change, clock.now()), changed_at: clock.now(), by_name: actor.name };
    await updateItem(tx, itemId, next);
    await note(tx, `review-item/${itemId}`);
    return { ...row, ...next };
  });
  const [view] = await viewItems(parts, actor, [changed]);
  if (!view) throw missing;
  return view;
}

function changeOf({ owner, due, state, until, reason }: ItemChange, now: number): Partial<ItemRecord> {
  const moved = { ...(owner === undefined ? {} : { owner }), ...(due === undefined ? {} : { due }) };
  if (state === undefined) return moved;
  if (state !== 'accepted') return { ...moved, state, until_day: null, reason: reason ?? null };
  const [from, to] = [dayOf(now), dayOf(now + mostDays * 24 * 3_600_000)];
  if (reason === undefined || until === undefined || until < from || until > to)
    throw new ProblemError('REVIEW_ITEM_ACCEPTED_HOW', { from, to });
  return { ...moved, state, until_day: until, reason };
}
