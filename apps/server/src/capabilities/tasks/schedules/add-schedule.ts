import type { ScheduleForm } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { requireTimes } from './check-times.ts';
import type { Schedules } from './create-schedules.ts';
import { mayManageSchedules } from './policy.ts';
import { requireInput } from './schedulable-kinds.ts';
import type { NoteSchedule } from './schedule-parts.ts';

/** Adds a schedule; whoever adds it approves all its tasks. It is planned once now: what cannot be planned today is refused today. */
export async function addSchedule(
  { parts, add }: Pick<Schedules, 'parts' | 'add'>,
  actor: Actor,
  form: ScheduleForm,
  note: NoteSchedule,
): Promise<{ readonly id: string }> {
  requireAllowed(mayManageSchedules(actor));
  requireTimes(form, parts.clock.now());
  const taskInput = requireInput(parts, form.taskKind, form.taskInput);
  await parts.planTask(form.taskKind, taskInput);
  return inTransaction(parts.db, async (tx) => {
    const { id } = await add(tx, { ...form, taskInput }, { id: actor.id, name: actor.name });
    await note(tx, id);
    return { id };
  });
}
