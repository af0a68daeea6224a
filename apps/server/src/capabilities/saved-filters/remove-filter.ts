import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import type { Note, SavedFilterParts } from './parts.ts';
import { deleteFilter } from './store.ts';

/** @throws ProblemError SAVED_FILTER_NOT_FOUND, also for another person's */
export function removeFilter(
  { db }: SavedFilterParts,
  actor: Pick<Actor, 'id'>,
  id: string,
  note: Note,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    if (!(await deleteFilter(tx, actor.id, id))) throw new ProblemError('SAVED_FILTER_NOT_FOUND');
    await note(tx, id);
  });
}
