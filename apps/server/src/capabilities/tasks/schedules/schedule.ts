import { createHash } from 'node:crypto';
import { Cron } from 'croner';

export interface Schedule {
  readonly id: string;
  readonly name: string;
  /** Five or six fields, or a name like @daily. */
  readonly cron: string;
  /** IANA name, e.g. Asia/Shanghai. */
  readonly timeZone: string;
  readonly taskKind: string;
  readonly taskInput: unknown;
  /** While its last task still runs: leave this time out, wait for the end, or run beside it. */
  readonly overlap: 'skip' | 'queue' | 'parallel';
  /** Times missed while nobody looked: leave them out, or make up for them with one run. */
  readonly misfire: 'skip' | 'once';
  /** Spread over so many seconds after its time, always the same for the same time. */
  readonly jitterSeconds: number;
  /** Only between these times of day in its zone, `HH:MM`; over midnight where `from` is later than `to`. */
  readonly window?: { readonly from: string; readonly to: string } | undefined;
  /** Its next time by the clock table, epoch ms, without jitter. */
  readonly nextAt: number;
}

/** Who decided; the name as it was then. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** No task of its scope begins in it, scheduled or of a ticket. */
export interface ChangeFreeze {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly fromAt: number;
  readonly untilAt: number;
  readonly scope: FreezeScope;
}

export type FreezeScope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'task-kinds'; readonly taskKinds: readonly string[] }
  | { readonly kind: 'schedules'; readonly scheduleIds: readonly string[] };

/** `hold`: look again later, nothing is used up. Otherwise the time is used up and the next one is `nextAt`. */
export type FireDecision =
  | { readonly do: 'hold' }
  | { readonly do: 'fire'; readonly nextAt: number | undefined }
  | { readonly do: 'leave-out'; readonly because: LeftOut; readonly nextAt: number | undefined };

export type LeftOut = 'MISSED' | 'STILL_RUNNING' | 'OUTSIDE_WINDOW' | 'CHANGE_FREEZE';

/** The first time strictly after `after` (epoch ms); undefined = never again. Throws for a cron text that is none. */
export function nextTime(cron: string, timeZone: string, after: number): number | undefined {
  return new Cron(cron, { timezone: timeZone, paused: true }).nextRun(new Date(after))?.getTime();
}

/** Milliseconds after its time at which this time of this schedule is due. */
export function jitterOf({ id, jitterSeconds }: Pick<Schedule, 'id' | 'jitterSeconds'>, at: number): number {
  if (jitterSeconds === 0) return 0;
  const hash = createHash('sha256').update(`${id} ${at}`).digest().readUInt32BE(0);
  return Math.floor((hash / 2 ** 32) * jitterSeconds * 1000);
}

/** Later than this is missed. */
export const lateMilliseconds = 60_000;

/** What becomes of a schedule's time that has come. */
export function decideFire(
  schedule: Schedule,
  facts: {
    readonly now: number;
    readonly running: number;
    readonly freezes: readonly ChangeFreeze[];
    readonly held: boolean;
  },
): FireDecision {
  const { now, running, freezes, held } = facts;
  const dueAt = schedule.nextAt + jitterOf(schedule, schedule.nextAt);
  if (now < dueAt) return { do: 'hold' };
  const late = now - dueAt > lateMilliseconds && !held;
  // Whatever was missed meanwhile is one time, not many.
  const nextAt = nextTime(schedule.cron, schedule.timeZone, Math.max(now, schedule.nextAt));
  const leaveOut = (because: LeftOut): FireDecision => ({ do: 'leave-out', because, nextAt });
  if (late && schedule.misfire === 'skip') return leaveOut('MISSED');
  if (findFreeze(freezes, schedule, now)) return leaveOut('CHANGE_FREEZE');
  if (!isInWindow(schedule, now)) return leaveOut('OUTSIDE_WINDOW');
  if (running > 0 && schedule.overlap === 'skip') return leaveOut('STILL_RUNNING');
  if (running > 0 && schedule.overlap === 'queue') return { do: 'hold' };
  return { do: 'fire', nextAt };
}

/** The change freeze that holds this schedule back at that time. */
export const findFreeze = (
  freezes: readonly ChangeFreeze[],
  schedule: Partial<Pick<Schedule, 'id' | 'taskKind'>>,
  at: number,
): ChangeFreeze | undefined =>
  freezes.find(({ fromAt, untilAt, scope }) => fromAt <= at && at < untilAt && holds(scope, schedule));

function holds(scope: FreezeScope, { id, taskKind }: Partial<Pick<Schedule, 'id' | 'taskKind'>>): boolean {
  switch (scope.kind) {
    case 'everything':
      return true;
    case 'task-kinds':
      return taskKind !== undefined && scope.taskKinds.includes(taskKind);
    case 'schedules':
      return id !== undefined && scope.scheduleIds.includes(id);
  }
}

export function isInWindow({ window, timeZone }: Pick<Schedule, 'window' | 'timeZone'>, now: number): boolean {
  if (!window) return true;
  const time = clockOf(timeZone).format(now);
  const { from, to } = window;
  return from <= to ? from <= time && time < to : time >= from || time < to;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Made once a zone: making one costs more than a thousand readings, and a calendar reads thousands. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, made);
  return made;
}
