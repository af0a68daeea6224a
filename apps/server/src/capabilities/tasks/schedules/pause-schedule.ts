import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { findLockedSchedule } from '../store/list-schedules.ts';
import type { Schedules } from './create-schedules.ts';
import { mayManageSchedules, mayPause, mayResume } from './policy.ts';
import type { NoteSchedule } from './schedule-parts.ts';

type Parts = Pick<Schedules, 'parts' | 'setPaused'>;

/** Holds a schedule back until it is resumed; a task it has made already goes on. */
export const pauseSchedule = (parts: Parts, actor: Actor, id: string, note: NoteSchedule): Promise<void> =>
  setPaused(parts, actor, id, 'paused', note);

/** Lets it run again from its next time on: what passed meanwhile is not made up for. */
export const resumeSchedule = (parts: Parts, actor: Actor, id: string, note: NoteSchedule): Promise<void> =>
  setPaused(parts, actor, id, 'running', note);

async function setPaused(
  schedules: Parts,
  actor: Actor,
  id: string,
  to: 'paused' | 'running',
  note: NoteSchedule,
): Promise<void> {
  requireAllowed(mayManageSchedules(actor));
  await inTransaction(schedules.parts.db, async (tx) => {
    const row = await findLockedSchedule(tx, id);
    if (!row) throw new ProblemError('SCHEDULE_NOT_FOUND', { id });
    requireAllowed((to === 'paused' ? mayPause : mayResume)(actor, { paused: row.paused === 1 }));
    await schedules.setPaused(tx, id, to);
    await note(tx, id);
  });
}
