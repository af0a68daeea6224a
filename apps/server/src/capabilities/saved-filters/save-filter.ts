import { createHash } from 'node:crypto';
import { type SavedFilter, savedFilterLimit } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import type { Note, SavedFilterParts } from './parts.ts';
import { putFilter, selectFilters } from './store.ts';

/** The same person, page and name give the same row, without anybody having to look first. */
const idOf = (userId: string, page: string, name: string): string =>
  createHash('sha256')
    .update(JSON.stringify([userId, page, name]))
    .digest('base64url');

/** @throws ProblemError SAVED_FILTERS_FULL */
export function saveFilter(
  { db, clock }: SavedFilterParts,
  actor: Pick<Actor, 'id'>,
  { page, name, address }: Pick<SavedFilter, 'page' | 'name' | 'address'>,
  note: Note,
): Promise<SavedFilter> {
  return inTransaction(db, async (tx) => {
    const filter = { id: idOf(actor.id, page, name), page, name, address, changedAt: clock.now() };
    const kept = await selectFilters(tx, actor.id, page);
    if (kept.length >= savedFilterLimit && !kept.some(({ id }) => id === filter.id))
      throw new ProblemError('SAVED_FILTERS_FULL', { most: savedFilterLimit });
    await putFilter(tx, actor.id, filter);
    await note(tx, filter.id);
    return filter;
  });
}
