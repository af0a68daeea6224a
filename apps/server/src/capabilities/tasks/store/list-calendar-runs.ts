import type { Reader } from '../../../platform/database/schema.ts';
import type { ScheduleRunRow } from './list-schedules.ts';

export interface CalendarRunRow extends ScheduleRunRow {
  /** Of the task it made. */
  readonly task_state: string | null;
}

/** What became of the times in a span (epoch ms, its end not counted), over all schedules; the latest `limit`, latest first. */
export const listCalendarRuns = (
  db: Reader,
  { fromAt, untilAt }: { readonly fromAt: number; readonly untilAt: number },
  limit: number,
): Promise<CalendarRunRow[]> =>
  db
    .selectFrom('schedule_run as run')
    .leftJoin('task', 'task.id', 'run.task_id')
    .selectAll('run')
    .select('task.state as task_state')
    .where('run.fire_at', '>=', fromAt)
    .where('run.fire_at', '<', untilAt)
    .orderBy('run.fire_at', 'desc')
    .orderBy('run.schedule_id')
    .limit(limit)
    .execute();
