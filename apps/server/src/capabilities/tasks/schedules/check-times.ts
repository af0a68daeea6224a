import { ProblemError } from '../../../platform/http/problem-error.ts';
import { cronReason } from './cron-reason.ts';
import { nextTime, type Schedule } from './schedule.ts';

/**
 * Refuses what can never fire: no zone, no cron text, no time to come, a window of nothing.
 * @throws ProblemError SCHEDULE_TIME_ZONE, SCHEDULE_CRON, SCHEDULE_NEVER_FIRES, SCHEDULE_WINDOW_EMPTY
 */
export function requireTimes(
  { cron, timeZone, window }: Pick<Schedule, 'cron' | 'timeZone' | 'window'>,
  now: number,
): void {
  if (!isTimeZone(timeZone)) throw new ProblemError('SCHEDULE_TIME_ZONE', { timeZone });
  if (firstTime(cron, timeZone, now) === undefined) throw new ProblemError('SCHEDULE_NEVER_FIRES', { cron, timeZone });
  if (window && window.from === window.to) throw new ProblemError('SCHEDULE_WINDOW_EMPTY', { time: window.from });
}

function firstTime(cron: string, timeZone: string, now: number): number | undefined {
  if (!cron.startsWith('@') && cron.trim().split(/\s+/).length > 6)
    throw new ProblemError('SCHEDULE_CRON', {
      cron,
      reason: { en: 'it has more than six fields', zh: '字段超过六个' },
    });
  try {
    return nextTime(cron, timeZone, now);
  } catch (error) {
    const reason = cronReason(error instanceof Error ? error.message : String(error));
    throw new ProblemError('SCHEDULE_CRON', { cron, reason });
  }
}

/** A name of the IANA database; an offset such as +08:00 is none. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
