import type { Selectable } from 'kysely';
import { lockRow } from '../../../platform/database/lock-row.ts';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { ScheduleRunTable } from '../tables.ts';
import type { ScheduleRow } from './schedules.ts';

export type ScheduleRunRow = Selectable<ScheduleRunTable>;

/** Newest first. */
export function pageScheduleRows(db: Reader, after: Cursor | undefined, limit: number): Promise<ScheduleRow[]> {
  let query = db.selectFrom('schedule').selectAll();
  if (after !== undefined)
    query = query.where((where) =>
      where.or([
        where('created_at', '<', after.createdAt),
        where.and([where('created_at', '=', after.createdAt), where('id', '<', after.id)]),
      ]),
    );
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** By name. */
export const listScheduleRows = (db: Reader, limit: number): Promise<ScheduleRow[]> =>
  db.selectFrom('schedule').selectAll().orderBy('name').orderBy('id').limit(limit).execute();

export const findLockedSchedule = (tx: Tx, id: string): Promise<ScheduleRow | undefined> =>
  lockRow(tx, tx.selectFrom('schedule').selectAll().where('id', '=', id)).executeTakeFirst();

/** Which of these ids are schedules. */
export async function listKnownSchedules(db: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('schedule')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Newest first. */
export const listScheduleRuns = (db: Reader, scheduleId: string, limit: number): Promise<ScheduleRunRow[]> =>
  db
    .selectFrom('schedule_run')
    .selectAll()
    .where('schedule_id', '=', scheduleId)
    .orderBy('fire_at', 'desc')
    .limit(limit)
    .execute();

/** The last run of each schedule that has one. */
export async function listLastRuns(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, ScheduleRunRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('schedule_run as run')
    .innerJoin(
      (from) =>
        from
          .selectFrom('schedule_run')
          .select(['schedule_id', (select) => select.fn.max('fire_at').as('last_at')])
          .where('schedule_id', 'in', [...ids])
          .groupBy('schedule_id')
          .as('last'),
      (join) => join.onRef('last.schedule_id', '=', 'run.schedule_id').onRef('last.last_at', '=', 'run.fire_at'),
    )
    .selectAll('run')
    .execute();
  return new Map(rows.map((row) => [row.schedule_id, row]));
}
