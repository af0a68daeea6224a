import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import type { Schedules } from './create-schedules.ts';
import { mayManageSchedules } from './policy.ts';
import type { NoteSchedule } from './schedule-parts.ts';

/** Times that were left out in it stay left out; the next ones run. */
export async function removeFreeze(
  { parts, removeFreeze: remove }: Pick<Schedules, 'parts' | 'removeFreeze'>,
  actor: Actor,
  id: string,
  note: NoteSchedule,
): Promise<void> {
  requireAllowed(mayManageSchedules(actor));
  await inTransaction(parts.db, async (tx) => {
    if (!(await remove(tx, id))) throw new ProblemError('FREEZE_NOT_FOUND', { id });
    await note(tx, id);
  });
}
