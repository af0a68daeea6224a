import { z } from 'zod';
import { endpoint, Time } from './endpoint.ts';
import { FreezeView, ScheduleFire, ScheduleRun } from './schedule.ts';
import { TaskState } from './task.ts';
import { lastTime } from './text.ts';

/** Longest span of a calendar, in days: two months and a day more for a change of the clock. */
export const mostCalendarDays = 63;

/** A time that came, and how its task stands now. */
export const CalendarRun = ScheduleRun.extend({ taskState: TaskState.optional() }).meta({ id: 'CalendarRun' });
export type CalendarRun = z.infer<typeof CalendarRun>;

export const CalendarSchedule = z
  .object({
    id: z.string(),
    name: z.string(),
    taskKind: z.string(),
    timeZone: z.string(),
    /** Its task begins up to so many seconds after each time. */
    jitterSeconds: z.number().int(),
    paused: z.boolean(),
    /** Times to come, oldest first. */
    fires: z.array(ScheduleFire),
    /** There are more times than are listed. */
    more: z.boolean(),
    /** What became of the times that lie in the span, oldest first. */
    runs: z.array(CalendarRun),
    windows: z.array(z.object({ fromAt: Time, untilAt: Time })),
    /** Those change freezes of the span that hold it back. */
    freezeIds: z.array(z.string()),
  })
  .meta({ id: 'CalendarSchedule' });
export type CalendarSchedule = z.infer<typeof CalendarSchedule>;

export const viewCalendar = endpoint({
  id: 'schedule.calendar',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/schedule-calendar',
  summary:
    'A span of time: times to come of every schedule, what became of those that came, windows and change freezes',
  query: z.object({
    /** Days after the beginning, where no end is given. */
    days: z.coerce.number().int().min(1).max(62).default(7),
    /** Default: now. */
    fromAt: z.coerce.number().int().min(0).max(lastTime).optional(),
    untilAt: z.coerce.number().int().min(0).max(lastTime).optional(),
  }),
  response: z.object({
    fromAt: Time,
    untilAt: Time,
    /** By name. */
    schedules: z.array(CalendarSchedule),
    /** There are more schedules than are listed. */
    moreSchedules: z.boolean(),
    /** Only the latest of the times that came are listed. */
    moreRuns: z.boolean(),
    freezes: z.array(FreezeView),
  }),
  problems: ['CALENDAR_SPAN'],
});
