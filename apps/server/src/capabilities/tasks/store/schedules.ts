import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { Person, Schedule } from '../schedules/schedule.ts';
import type { ScheduleTable } from '../tables.ts';
import { fromColumn, jsonOf, toColumn } from './json-column.ts';

export type ScheduleRow = Selectable<ScheduleTable>;

const ended = ['done', 'failed', 'cancelled', 'undone'];

export const listDueSchedules = (db: Reader, now: number): Promise<ScheduleRow[]> =>
  db
    .selectFrom('schedule')
    .selectAll()
    .where('paused', '=', 0)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .execute();

/** Is there a time to come at which a task of this kind is made, as things stand? */
export const hasTimesToCome = async (db: Reader, taskKind: string): Promise<boolean> =>
  (await db
    .selectFrom('schedule')
    .select('id')
    .where('task_kind', '=', taskKind)
    .where('paused', '=', 0)
    .where('next_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()) !== undefined;

export const findSchedule = (db: Reader, id: string): Promise<ScheduleRow | undefined> =>
  db.selectFrom('schedule').selectAll().where('id', '=', id).executeTakeFirst();

export const scheduleOf = (row: ScheduleRow, nextAt: number): Schedule => ({
  id: row.id,
  name: row.name,
  cron: row.cron,
  timeZone: row.time_zone,
  taskKind: row.task_kind,
  taskInput: jsonOf(row.task_input),
  overlap: row.overlap as Schedule['overlap'],
  misfire: row.misfire as Schedule['misfire'],
  jitterSeconds: row.jitter_seconds,
  window: fromColumn(row.window),
  nextAt,
});

const columnsOf = (schedule: Omit<Schedule, 'id' | 'nextAt'>, approvedBy: Person) => ({
  name: schedule.name,
  cron: schedule.cron,
  time_zone: schedule.timeZone,
  task_kind: schedule.taskKind,
  task_input: JSON.stringify(schedule.taskInput),
  overlap: schedule.overlap,
  misfire: schedule.misfire,
  jitter_seconds: schedule.jitterSeconds,
  window: toColumn(schedule.window),
  approved_by: approvedBy.id,
  approved_by_name: approvedBy.name,
});

export async function insertSchedule(
  tx: Tx,
  schedule: Omit<Schedule, 'nextAt'>,
  made: { readonly approvedBy: Person; readonly at: number; readonly nextAt: number | undefined },
): Promise<void> {
  await tx
    .insertInto('schedule')
    .values({
      id: schedule.id,
      ...columnsOf(schedule, made.approvedBy),
      paused: 0,
      next_at: made.nextAt ?? null,
      held: 0,
      created_at: made.at,
    })
    .execute();
}

export async function replaceSchedule(
  tx: Tx,
  id: string,
  schedule: Omit<Schedule, 'id' | 'nextAt'>,
  { approvedBy, nextAt }: { readonly approvedBy: Person; readonly nextAt: number | undefined },
): Promise<void> {
  await tx
    .updateTable('schedule')
    .set({ ...columnsOf(schedule, approvedBy), next_at: nextAt ?? null, held: 0 })
    .where('id', '=', id)
    .execute();
}

export async function changeSchedule(
  tx: Tx,
  id: string,
  patch: Partial<Pick<ScheduleRow, 'paused' | 'held' | 'next_at'>>,
): Promise<void> {
  await tx.updateTable('schedule').set(patch).where('id', '=', id).execute();
}

export async function deleteSchedule(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('schedule').where('id', '=', id).execute();
}

/** True for the one who moved it on; a second ticker finds it moved, and nobody moves one that was paused meanwhile. */
export async function moveOn(tx: Tx, id: string, fireAt: number, nextAt: number | undefined): Promise<boolean> {
  const moved = await tx
    .updateTable('schedule')
    .set({ next_at: nextAt ?? null, held: 0 })
    .where('id', '=', id)
    .where('next_at', '=', fireAt)
    .where('paused', '=', 0)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

export async function insertScheduleRun(
  tx: Tx,
  run: {
    readonly scheduleId: string;
    readonly fireAt: number;
    readonly lookedAt: number;
    readonly taskId?: string | undefined;
    readonly because?: string | undefined;
  },
): Promise<void> {
  await tx
    .insertInto('schedule_run')
    .values({
      schedule_id: run.scheduleId,
      fire_at: run.fireAt,
      looked_at: run.lookedAt,
      task_id: run.taskId ?? null,
      because: run.because ?? null,
    })
    .execute();
}

export async function countRunning(db: Reader, scheduleId: string): Promise<number> {
  const row = await db
    .selectFrom('task')
    .select((select) => select.fn.countAll().as('n'))
    .where('schedule_id', '=', scheduleId)
    .where('state', 'not in', ended)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}
