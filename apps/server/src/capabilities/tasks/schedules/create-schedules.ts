import type { Plan } from '@myriad/runbook';
import type { Clock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { newId } from '../../../platform/database/new-id.ts';
import type { Db, Tx } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { Log } from '../../../platform/log/log.ts';
import type { Tasks } from '../create-tasks.ts';
import * as store from '../store/schedules.ts';
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

/** One ticker over rows, each second, whatever the number of schedules. */
export function createSchedules(options: SchedulesOptions): Schedules {
  const { db, clock, log } = options;
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<void> | undefined;

  async function tickOnce(): Promise<void> {
    const now = clock.now();
    const due = await store.listDueSchedules(db, now);
    if (due.length === 0) return;
    const freezes = await store.listFreezes(db, now);
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
      const at = clock.now();
      const nextAt = nextTime(schedule.cron, schedule.timeZone, at);
      await store.insertSchedule(tx, { ...schedule, id }, { approvedBy, at, nextAt });
      return { id };
    },
    setPaused: async (tx, id, state) => {
      const row = await store.findSchedule(tx, id);
      if (!row) return;
      // Times that pass while it is paused are not made up for.
      const next = state === 'running' ? { next_at: nextTime(row.cron, row.time_zone, clock.now()) ?? null } : {};
      await store.changeSchedule(tx, id, { paused: state === 'paused' ? 1 : 0, held: 0, ...next });
    },
    remove: store.deleteSchedule,
    addFreeze: async (tx, freeze, createdBy) => {
      const id = newId();
      await store.insertFreeze(tx, id, freeze, createdBy);
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

async function fire(
  { db, clock, tasks }: SchedulesOptions,
  row: store.ScheduleRow,
  freezes: readonly ChangeFreeze[],
): Promise<void> {
  if (row.next_at === null) return;
  const fireAt = row.next_at;
  const schedule = store.scheduleOf(row, fireAt);
  const now = clock.now();
  const running = await store.countRunning(db, row.id);
  const decision = decideFire(schedule, { now, running, freezes, held: row.held === 1 });
  if (decision.do === 'hold') {
    if (row.held === 0 && now >= fireAt + jitterOf(schedule, fireAt))
      await inTransaction(db, (tx) => store.changeSchedule(tx, row.id, { held: 1 }));
    return;
  }
  const planned: Awaited<ReturnType<typeof plan>> =
    decision.do === 'fire' ? await plan(tasks, schedule) : { because: decision.because };
  await inTransaction(db, async (tx) => {
    if (!(await store.moveOn(tx, row.id, fireAt, decision.nextAt))) return;
    const task = planned.plan ? await tasks.createTask(tx, planned.plan, { scheduleId: row.id }) : undefined;
    const { because } = planned;
    await store.insertScheduleRun(tx, { scheduleId: row.id, fireAt, lookedAt: now, taskId: task?.id, because });
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
