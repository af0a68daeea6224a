import { setImmediate } from 'node:timers/promises';
import {
  type CalendarRun,
  type CalendarSchedule,
  type viewCalendar as endpoint,
  mostCalendarDays,
  TaskState,
} from '@myriad/contract';
import type { z } from 'zod';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { freezeOf, listFreezeRows } from '../store/freezes.ts';
import { type CalendarRunRow, listCalendarRuns } from '../store/list-calendar-runs.ts';
import { listScheduleRows } from '../store/list-schedules.ts';
import { type ScheduleRow, scheduleOf } from '../store/schedules.ts';
import { foreseeFires } from './foresee-fires.ts';
import { type ChangeFreeze, findFreeze } from './schedule.ts';
import type { ScheduleParts } from './schedule-parts.ts';
import { freezeView } from './view-freeze.ts';
import { viewRun } from './view-run.ts';
import { type Span, windowSpans } from './window-spans.ts';

const dayMilliseconds = 86_400_000;
/** A schedule of every minute would fill the answer and say nothing more. */
const mostFires = 200;
const mostFiresInAll = 5000;
const mostRuns = 5000;
const mostSchedules = 200;

/** What a span of time holds: times to come as the ticker will find them, and what became of those that came. @throws ProblemError CALENDAR_SPAN */
export async function viewCalendar(
  { db, clock }: Pick<ScheduleParts, 'db' | 'clock'>,
  actor: Actor,
  asked: z.output<typeof endpoint.query>,
): Promise<z.output<typeof endpoint.response>> {
  const now = clock.now();
  const span = spanOf(asked, now);
  const freezeRows = await listFreezeRows(db, span);
  const freezes = freezeRows.map(freezeOf);
  const rows = await listScheduleRows(db, mostSchedules + 1);
  const runs = await listCalendarRuns(db, span, mostRuns + 1);
  const runsOf = Map.groupBy(runs.slice(0, mostRuns).toReversed(), ({ schedule_id }) => schedule_id);
  let left = mostFiresInAll;
  const schedules: CalendarSchedule[] = [];
  for (const row of rows.slice(0, mostSchedules)) {
    const foreseen = foresee(row, freezes, { now, span, most: Math.min(mostFires, left) });
    left -= foreseen.fires.length;
    schedules.push({ ...headOf(row, freezes, span), ...foreseen, runs: (runsOf.get(row.id) ?? []).map(calendarRun) });
    // Hundreds of schedules over two months are a second of arithmetic: let others in between.
    await setImmediate();
  }
  return {
    ...span,
    schedules,
    moreSchedules: rows.length > mostSchedules,
    moreRuns: runs.length > mostRuns,
    freezes: freezeRows.map((row) => freezeView(actor, row, now)),
  };
}

function spanOf({ days, fromAt: from, untilAt: until }: z.output<typeof endpoint.query>, now: number): Span {
  const fromAt = from ?? now;
  const untilAt = until ?? fromAt + days * dayMilliseconds;
  if (untilAt <= fromAt || untilAt - fromAt > mostCalendarDays * dayMilliseconds)
    throw new ProblemError('CALENDAR_SPAN', { days: mostCalendarDays });
  return { fromAt, untilAt };
}

function headOf(
  row: ScheduleRow,
  freezes: readonly ChangeFreeze[],
  span: Span,
): Omit<CalendarSchedule, 'fires' | 'more' | 'runs'> {
  const { id, name, taskKind, timeZone, window, jitterSeconds } = scheduleOf(row, span.fromAt);
  const windows = windowSpans({ window, timeZone }, span);
  const held = freezes.filter((freeze) => findFreeze([freeze], { id, taskKind }, freeze.fromAt));
  const freezeIds = held.map((freeze) => freeze.id);
  return { id, name, taskKind, timeZone, jitterSeconds, paused: row.paused === 1, windows, freezeIds };
}

/** From its next time on, which may have come already and wait for its jitter or for its last task. */
function foresee(
  row: ScheduleRow,
  freezes: readonly ChangeFreeze[],
  { now, span, most }: { readonly now: number; readonly span: Span; readonly most: number },
): Pick<CalendarSchedule, 'fires' | 'more'> {
  if (row.paused === 1 || row.next_at === null) return { fires: [], more: false };
  const schedule = scheduleOf(row, row.next_at);
  const ahead = { until: span.untilAt, most };
  const { nextAt } = schedule;
  if (nextAt > now) return foreseeFires(schedule, freezes, { after: Math.max(nextAt, span.fromAt) - 1, ...ahead });
  // Times that passed while nobody looked are one time, not many.
  const due =
    nextAt < span.fromAt ? [] : foreseeFires(schedule, freezes, { after: nextAt - 1, until: nextAt + 1, most }).fires;
  const rest = foreseeFires(schedule, freezes, { after: Math.max(now, span.fromAt - 1), ...ahead });
  return { ...rest, fires: [...due, ...rest.fires] };
}

const calendarRun = (row: CalendarRunRow): CalendarRun => {
  const state = TaskState.safeParse(row.task_state);
  return { ...viewRun(row), ...(state.success ? { taskState: state.data } : {}) };
};
