import type { ScheduleFire } from '@myriad/contract';
import { type ChangeFreeze, findFreeze, isInWindow, jitterOf, nextTime, type Schedule } from './schedule.ts';

export type ForeseenTimes = Pick<Schedule, 'cron' | 'timeZone' | 'window'> &
  Partial<Pick<Schedule, 'id' | 'taskKind' | 'jitterSeconds'>>;

/**
 * The times strictly after `after` and before `until` (epoch ms), at most `most`, each with the reason that would leave it
 * out as things stand. What only that moment can tell (a task still running, nobody looking) is not foreseen.
 */
export function foreseeFires(
  times: ForeseenTimes,
  freezes: readonly ChangeFreeze[],
  { after, until, most }: { readonly after: number; readonly until?: number; readonly most: number },
): { readonly fires: ScheduleFire[]; readonly more: boolean } {
  const fires: ScheduleFire[] = [];
  for (let at = after; ; ) {
    const next = nextTime(times.cron, times.timeZone, at);
    if (next === undefined || (until !== undefined && next >= until)) return { fires, more: false };
    if (fires.length === most) return { fires, more: true };
    fires.push(foresee(times, freezes, next));
    at = next;
  }
}

function foresee(times: ForeseenTimes, freezes: readonly ChangeFreeze[], at: number): ScheduleFire {
  const { id, jitterSeconds = 0 } = times;
  const dueAt = at + (id === undefined ? 0 : jitterOf({ id, jitterSeconds }, at));
  const freeze = findFreeze(freezes, times, dueAt);
  if (freeze) return { at, because: 'CHANGE_FREEZE', freezeId: freeze.id };
  return isInWindow(times, dueAt) ? { at } : { at, because: 'OUTSIDE_WINDOW' };
}
