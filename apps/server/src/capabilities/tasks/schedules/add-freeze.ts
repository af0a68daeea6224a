import type { FreezeForm } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Tx } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { listKnownSchedules } from '../store/list-schedules.ts';
import type { Schedules } from './create-schedules.ts';
import { mayManageSchedules } from './policy.ts';
import type { NoteSchedule, ScheduleParts } from './schedule-parts.ts';

/** No task of its scope begins in a change freeze, scheduled or of a ticket; one that runs already goes on. */
export async function addFreeze(
  { parts, addFreeze: add }: Pick<Schedules, 'parts' | 'addFreeze'>,
  actor: Actor,
  form: FreezeForm,
  note: NoteSchedule,
): Promise<{ readonly id: string }> {
  requireAllowed(mayManageSchedules(actor));
  if (form.untilAt <= form.fromAt) throw new ProblemError('FREEZE_TIMES');
  if (form.untilAt <= parts.clock.now()) throw new ProblemError('FREEZE_OVER');
  return inTransaction(parts.db, async (tx) => {
    await requireScope(parts, tx, form.scope);
    const { id } = await add(tx, form, { id: actor.id, name: actor.name });
    await note(tx, id);
    return { id };
  });
}

/** A scope that names nothing would be a change freeze that holds nothing back, unseen. */
async function requireScope(parts: ScheduleParts, tx: Tx, scope: FreezeForm['scope']): Promise<void> {
  if (scope.kind === 'task-kinds') requireKnown(parts, scope.taskKinds);
  if (scope.kind !== 'schedules') return;
  const known = await listKnownSchedules(tx, scope.scheduleIds);
  const id = scope.scheduleIds.find((scheduleId) => !known.has(scheduleId));
  if (id !== undefined) throw new ProblemError('SCHEDULE_NOT_FOUND', { id });
}

/** Any kind there is: tickets ask change freezes too, not only schedules. */
function requireKnown({ tasks }: Pick<ScheduleParts, 'tasks'>, kinds: readonly string[]): void {
  const kind = kinds.find((name) => !tasks.has(name));
  if (kind !== undefined) throw new ProblemError('TASK_KIND_UNKNOWN', { kind });
}
