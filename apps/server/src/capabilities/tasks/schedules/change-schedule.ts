import type { ScheduleForm } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { findLockedSchedule } from '../store/list-schedules.ts';
import { findSchedule } from '../store/schedules.ts';
import { requireTimes } from './check-times.ts';
import type { Schedules } from './create-schedules.ts';
import { mayManageSchedules } from './policy.ts';
import { requireInput } from './schedulable-kinds.ts';
import type { NoteSchedule } from './schedule-parts.ts';

/**
 * Gives a schedule another form. What was approved is no longer what runs, so whoever changes it approves it from then on;
 * tasks it has made go on as they were planned. A paused one stays paused.
 */
export async function changeSchedule(
  { parts, change }: Pick<Schedules, 'parts' | 'change'>,
  actor: Actor,
  { scheduleId: id, ...form }: ScheduleForm & { readonly scheduleId: string },
  note: NoteSchedule,
): Promise<void> {
  requireAllowed(mayManageSchedules(actor));
  if (!(await findSchedule(parts.db, id))) throw new ProblemError('SCHEDULE_NOT_FOUND', { id });
  requireTimes(form, parts.clock.now());
  const taskInput = requireInput(parts, form.taskKind, form.taskInput);
  await parts.planTask(form.taskKind, taskInput);
  await inTransaction(parts.db, async (tx) => {
    if (!(await findLockedSchedule(tx, id))) throw new ProblemError('SCHEDULE_NOT_FOUND', { id });
    await change(tx, id, { ...form, taskInput }, { id: actor.id, name: actor.name });
    await note(tx, id);
  });
}
