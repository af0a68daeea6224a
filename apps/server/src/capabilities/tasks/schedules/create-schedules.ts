import type { Plan } from '@myriad/runbook';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { newId } from '../../../platform/database/new-id.ts';
import type { Db, Tx } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { Log } from '../../../platform/log/log.ts';
import type { Tasks } from '../create-tasks.ts';
import { deleteFreeze, insertFreeze, listFreezes } from '../store/freezes.ts';
import * as store from '../store/schedules.ts';
import { type ChangeFreeze, decideFire, jitterOf, nextTime, type Person, type Schedule } from './schedule.ts';
import type { ScheduleParts } from './schedule-parts.ts';

/** The door of schedules and change freezes. */
export interface Schedules {
  readonly parts: ScheduleParts;
  /** Its first time is the next one after now. Throws for a cron text or zone that is none. */
  add(tx: Tx, schedule: Omit<Schedule, 'id' | 'nextAt'>, approvedBy: Person): Promise<{ readonly id: string }>;
  /** Its next time is the next one after now; tasks it has made go on. */
  change(tx: Tx, id: string, schedule: Omit<Schedule, 'id' | 'nextAt'>, approvedBy: Person): Promise<void>;
  setPaused(tx: Tx, id: string, paused: 'paused' | 'running'): Promise<void>;
  remove(tx: Tx, id: string): Promise<void>;
  addFreeze(tx: Tx, freeze: Omit<ChangeFreeze, 'id'>, createdBy: Person): Promise<{ readonly id: string }>;
  /** True where there was one. */
  removeFreeze(tx: Tx, id: string): Promise<boolean>;
  /** Looks once at everything whose time has come. */
  tick(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export interface SchedulesOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly tasks: Pick<Tasks, 'planTask' | 'createTask' | 'parts'>;
  /**
   * Which kinds of tasks may be scheduled. A schedule is a standing approval: list only what may run unseen, again and again.
   * Asked when one is added and at each of its times.
   */
  readonly kinds: readonly string[];
}

const tickMilliseconds = 1000;

/** One ticker over rows, each second, whatever the number of schedules. */
export function createSchedules(options: SchedulesOptions): Schedules {
  const { db, clock, log, kinds } = options;
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<void> | undefined;

  async function tickOnce(): Promise<void> {
    const now = clock.now();
    const due = await store.listDueSchedules(db, now);
    if (due.length === 0) return;
    const freezes = await listFreezes(db, { fromAt: now, untilAt: now + 1 });
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
    parts: { db, clock, kinds, planTask: options.tasks.planTask, tasks: options.tasks.parts.tasks },
    tick,
    add: async (tx, schedule, approvedBy) => {
      const id = newId();
      const at = clock.now();
      const nextAt = nextTime(schedule.cron, schedule.timeZone, at);
      await store.insertSchedule(tx, { ...schedule, id }, { approvedBy, at, nextAt });
      return { id };
    },
    change: (tx, id, schedule, approvedBy) =>
      store.replaceSchedule(tx, id, schedule, {
        approvedBy,
        nextAt: nextTime(schedule.cron, schedule.timeZone, clock.now()),
      }),
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
      await insertFreeze(tx, { ...freeze, id }, { by: createdBy, at: clock.now() });
      return { id };
    },
    removeFreeze: deleteFreeze,
    start: () => {
      timer = setInterval(() => {
        tick().catch((error: unknown) => log.error('schedules could not be read', { error }));
      }, tickMilliseconds);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      // Whoever began this tick says how it failed.
      await ticking?.catch(() => undefined);
    },
  };
}

async function fire(
  { db, clock, tasks, kinds }: SchedulesOptions,
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
    decision.do === 'fire' ? await plan({ tasks, kinds }, schedule) : { because: decision.because };
  await inTransaction(db, async (tx) => {
    if (!(await store.moveOn(tx, row.id, fireAt, decision.nextAt))) return;
    const task = planned.plan ? await tasks.createTask(tx, planned.plan, { scheduleId: row.id }) : undefined;
    const { because } = planned;
    await store.insertScheduleRun(tx, { scheduleId: row.id, fireAt, lookedAt: now, taskId: task?.id, because });
  });
}

/** A refusal to plan uses the time up, with its code; anything else is tried again at the next tick. */
async function plan(
  { tasks, kinds }: Pick<SchedulesOptions, 'tasks' | 'kinds'>,
  { taskKind, taskInput }: Schedule,
): Promise<{ readonly plan?: Plan; readonly because?: string }> {
  // The list of this version counts, not the one of the version it was added under.
  if (!kinds.includes(taskKind)) return { because: 'SCHEDULE_KIND_NOT_ALLOWED' };
  try {
    return { plan: await tasks.planTask(taskKind, taskInput) };
  } catch (error) {
    if (error instanceof ProblemError) return { because: error.code };
    if (error instanceof z.ZodError) return { because: 'SCHEDULE_INPUT' };
    throw error;
  }
}
