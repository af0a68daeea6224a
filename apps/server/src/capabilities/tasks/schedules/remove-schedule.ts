import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { findLockedSchedule } from '../store/list-schedules.ts';
import type { Schedules } from './create-schedules.ts';
import { mayManageSchedules } from './policy.ts';
import type { NoteSchedule } from './schedule-parts.ts';

/** Takes the standing approval back. Tasks it has made go on; the record of its times stays. */
export async function removeSchedule(
  { parts, remove }: Pick<Schedules, 'parts' | 'remove'>,
  actor: Actor,
  id: string,
  note: NoteSchedule,
): Promise<void> {
  requireAllowed(mayManageSchedules(actor));
  await inTransaction(parts.db, async (tx) => {
    if (!(await findLockedSchedule(tx, id))) throw new ProblemError('SCHEDULE_NOT_FOUND', { id });
    await remove(tx, id);
    await note(tx, id);
  });
}
