import type { viewCalendar as endpoint } from '@myriad/contract';
import type { z } from 'zod';
import type { Actor } from '../../../platform/policy/decision.ts';
import { freezeOf, listFreezeRows } from '../store/freezes.ts';
import { listScheduleRows } from '../store/list-schedules.ts';
import { scheduleOf } from '../store/schedules.ts';
import { foreseeFires } from './foresee-fires.ts';
import type { ScheduleParts } from './schedule-parts.ts';
import { freezeView } from './view-freeze.ts';
import { windowSpans } from './window-spans.ts';

const dayMilliseconds = 86_400_000;
/** A schedule of every minute would fill the answer and say nothing more. */
const mostFires = 200;

/** What the next days hold, from this moment on. */
export async function viewCalendar(
  { db, clock }: Pick<ScheduleParts, 'db' | 'clock'>,
  actor: Actor,
  days: number,
): Promise<z.output<typeof endpoint.response>> {
  const fromAt = clock.now();
  const span = { fromAt, untilAt: fromAt + days * dayMilliseconds };
  const rows = await listFreezeRows(db, span);
  const freezes = rows.map(freezeOf);
  const schedules = (await listScheduleRows(db)).map((row) => {
    const { id, name, taskKind, timeZone, cron, window, jitterSeconds } = scheduleOf(row, fromAt);
    const times = { id, taskKind, cron, timeZone, window, jitterSeconds };
    const paused = row.paused === 1;
    const foreseen = paused
      ? { fires: [], more: false }
      : foreseeFires(times, freezes, { after: fromAt, until: span.untilAt, most: mostFires });
    return { id, name, taskKind, timeZone, paused, ...foreseen, windows: windowSpans(times, span) };
  });
  return { ...span, schedules, freezes: rows.map((row) => freezeView(actor, row, fromAt)) };
}
