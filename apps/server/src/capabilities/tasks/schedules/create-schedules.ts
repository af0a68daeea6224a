import type { Plan } from '@myriad/runbook';
import type { Selectable } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { newId } from '../../../platform/database/new-id.ts';
import type { Db, Reader, Tx } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { Log } from '../../../platform/log/log.ts';
import type { Tasks } from '../create-tasks.ts';
import { fromColumn, jsonOf, toColumn } from '../store/json-column.ts';
import type { ScheduleTable } from '../tables.ts';
import { type ChangeFreeze, decideFire, jitterOf, nextTime, type Schedule } from './schedule.ts';

export interface Schedules {
  /** Its first time is the next one after now. Throws for a cron text or zone that is none. */
  add(tx: Tx, schedule: Omit<Schedule, 'id' | 'nextAt'>, approvedBy: string): Promise<{ readonly id: string }>;
  setPaused(tx: Tx, id: string, paused: 'paused' | 'running'): Promise<void>;
  remove(tx: Tx, id: string): Promise<void>;
  addFreeze(tx: Tx, freeze: ChangeFreeze, createdBy: string): Promise<{ readonly id: string }>;
  /** Looks once at everything whose time has come. */
  tick(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export interface SchedulesOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly tasks: Pick<Tasks, 'planTask' | 'createTask'>;
}

const tickMilliseconds = 1000;
const ended = ['done', 'failed', 'cancelled', 'undone'];

/** One ticker over rows, each second, whatever the number of schedules. */
export function createSchedules(options: SchedulesOptions): Schedules {
  const { db, clock, log } = options;
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<void> | undefined;

  async function tickOnce(): Promise<void> {
    const now = clock.now();
    const due = await db
      .selectFrom('schedule')
      .selectAll()
      .where('paused', '=', 0)
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .execute();
    if (due.length === 0) return;
    const freezes = await freezesAt(db, now);
    for (const row of due)
      await fire(options, row, freezes).catch((error: unknown) =>
        log.error('schedule could not be looked at', { scheduleId: row.id, error }),
      );
  }

  const tick = (): Promise<void> => {
    ticking ??= tickOnce().finally(() => {
      ticking = undefined;
    });
    return ticking;
  };

  return {
    tick,
    add: async (tx, schedule, approvedBy) => {
      const id = newId();
      const now = clock.now();
      await tx
        .insertInto('schedule')
        .values({
          id,
          name: schedule.name,
          cron: schedule.cron,
          time_zone: schedule.timeZone,
          task_kind: schedule.taskKind,
          task_input: JSON.stringify(schedule.taskInput),
          overlap: schedule.overlap,
          misfire: schedule.misfire,
          jitter_seconds: schedule.jitterSeconds,
          window: toColumn(schedule.window),
          approved_by: approvedBy,
          paused: 0,
          next_at: nextTime(schedule.cron, schedule.timeZone, now) ?? null,
          held: 0,
          created_at: now,
        })
        .execute();
      return { id };
    },
    setPaused: async (tx, id, state) => {
      const row = await tx.selectFrom('schedule').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row) return;
      // Times that pass while it is paused are not made up for.
      const next = state === 'running' ? { next_at: nextTime(row.cron, row.time_zone, clock.now()) ?? null } : {};
      await tx
        .updateTable('schedule')
        .set({ paused: state === 'paused' ? 1 : 0, held: 0, ...next })
        .where('id', '=', id)
        .execute();
    },
    remove: async (tx, id) => {
      await tx.deleteFrom('schedule').where('id', '=', id).execute();
    },
    addFreeze: async (tx, freeze, createdBy) => {
      const id = newId();
      await tx
        .insertInto('change_freeze')
        .values({ id, name: freeze.name, from_at: freeze.fromAt, until_at: freeze.untilAt, created_by: createdBy })
        .execute();
      return { id };
    },
    start: () => {
      timer = setInterval(() => {
        tick().catch((error: unknown) => log.error('schedules could not be read', { error }));
      }, tickMilliseconds);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await ticking;
    },
  };
}

async function freezesAt(db: Reader, now: number): Promise<readonly ChangeFreeze[]> {
  const rows = await db
    .selectFrom('change_freeze')
    .selectAll()
    .where('from_at', '<=', now)
    .where('until_at', '>', now)
    .execute();
  return rows.map((row) => ({ name: row.name, fromAt: row.from_at, untilAt: row.until_at }));
}

const scheduleOf = (row: Selectable<ScheduleTable>, nextAt: number): Schedule => ({
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

async function fire(
  { db, clock, tasks }: SchedulesOptions,
  row: Selectable<ScheduleTable>,
  freezes: readonly ChangeFreeze[],
): Promise<void> {
  if (row.next_at === null) return;
  const fireAt = row.next_at;
  const schedule = scheduleOf(row, fireAt);
  const now = clock.now();
  const running = await countRunning(db, row.id);
  const decision = decideFire(schedule, { now, running, freezes, held: row.held === 1 });
  if (decision.do === 'hold') {
    if (row.held === 0 && now >= fireAt + jitterOf(schedule, fireAt))
      await inTransaction(db, (tx) => tx.updateTable('schedule').set({ held: 1 }).where('id', '=', row.id).execute());
    return;
  }
  const planned: Awaited<ReturnType<typeof plan>> =
    decision.do === 'fire' ? await plan(tasks, schedule) : { because: decision.because };
  await inTransaction(db, async (tx) => {
    // Whoever moves the row on makes the task: a second ticker finds it moved.
    const moved = await tx
      .updateTable('schedule')
      .set({ next_at: decision.nextAt ?? null, held: 0 })
      .where('id', '=', row.id)
      .where('next_at', '=', fireAt)
      .executeTakeFirst();
    if (moved.numUpdatedRows !== 1n) return;
    const task = planned.plan ? await tasks.createTask(tx, planned.plan, { scheduleId: row.id }) : undefined;
    await tx
      .insertInto('schedule_run')
      .values({
        schedule_id: row.id,
        fire_at: fireAt,
        looked_at: now,
        task_id: task?.id ?? null,
        because: planned.because ?? null,
      })
      .execute();
  });
}

/** A refusal to plan uses the time up, with its code; anything else is tried again at the next tick. */
async function plan(
  tasks: SchedulesOptions['tasks'],
  { taskKind, taskInput }: Schedule,
): Promise<{ readonly plan?: Plan; readonly because?: string }> {
  try {
    return { plan: await tasks.planTask(taskKind, taskInput) };
  } catch (error) {
    if (error instanceof ProblemError) return { because: error.code };
    throw error;
  }
}

async function countRunning(db: Reader, scheduleId: string): Promise<number> {
  const row = await db
    .selectFrom('task')
    .select((select) => select.fn.countAll().as('n'))
    .where('schedule_id', '=', scheduleId)
    .where('state', 'not in', ended)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}
